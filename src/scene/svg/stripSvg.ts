import type { KeySample } from '../../engine/protocol.ts';
import { toPixel } from '../colourWords.ts';
import { computeDotGeometry } from '../dotGeometry.ts';
import { stripDotDiameter, stripDotStride } from '../dotRoom.ts';
import { prepareDots } from '../dots.ts';
import { drawBeforeDots, drawDots, placeDots } from '../drawDots.ts';
import { drawShapes } from '../drawShapes.ts';
import { type BoxMark, computeStrip, LABEL_SIZE, SUBLABEL_SIZE } from '../strip.ts';
import { computeStripFrame, type StripFrame } from '../stripFrame.ts';
import type { StripModel } from '../stripModel.ts';
import type { PictureTheme } from '../theme.ts';
import { createDotBuffer, DOT_RATIO, dotLayer, PLACE_STAMP } from './dotLayer.ts';
import { PICTURE_WIDTH, type PictureBody } from './picture.ts';
import { tag, textTag } from './svg.ts';
import { createSvgPainter } from './svgPainter.ts';

const HEIGHT = 520;

/** The words on the strip. */
export interface StripTexts {
  readonly before: string;
  readonly after: string;
  readonly formatCount: (rows: number) => string;
}

/** dotLimit: draw so many dots, fit or not. t: plan time. */
export interface StripPicture {
  readonly model: StripModel;
  readonly sample: KeySample;
  readonly dotLimit?: number;
  readonly t: number;
}

/** Dots drawn of the sample, which the legend tells the worth of. */
export function stripDotCount({ sample, dotLimit }: StripPicture): number {
  const stride = stripDotStride(sample.hashLo.length, pictureFrame(), dotLimit);
  return Math.ceil(sample.hashLo.length / stride);
}

function pictureFrame(): StripFrame {
  return computeStripFrame(PICTURE_WIDTH, HEIGHT);
}

/** The whole strip at plan time t, as the canvas draws it, with its outlines, labels and dots. */
export function stripSvg(picture: StripPicture, theme: PictureTheme, texts: StripTexts): PictureBody {
  const { model, t } = picture;
  const frame = pictureFrame();
  const scene = computeStrip(model, frame, texts.formatCount);
  const painter = createSvgPainter();
  drawShapes(painter, scene, t, theme, { withThin: true });
  const boxes = [...scene.beforeAt(t).boxes, ...scene.afterAt(t).boxes];
  const caption = { x: frame.left, 'font-size': 11, 'font-weight': 600, fill: theme.textMuted };
  return {
    height: HEIGHT,
    marks: [
      ...painter.marks,
      ...dotMarks(picture, frame, theme),
      textTag('text', { ...caption, y: frame.beforeCaptionY }, texts.before),
      ...boxes.flatMap((box) => boxMarks(box, theme)),
      textTag('text', { ...caption, y: frame.afterCaptionY }, texts.after),
    ],
  };
}

function dotMarks({ model, sample, dotLimit, t }: StripPicture, frame: StripFrame, theme: PictureTheme): string[] {
  const dots = prepareDots(sample, model, stripDotStride(sample.hashLo.length, frame, dotLimit));
  const diameter = stripDotDiameter(dots.count, frame);
  const options = { pixelRatio: DOT_RATIO, diameter, top: frame.beforeY };
  const geometry = { ...computeDotGeometry(model, frame, options), ...PLACE_STAMP };
  const placed = placeDots(dots, geometry, {
    colours: Uint32Array.from(theme.hues, toPixel),
    fromHue: Uint8Array.from(model.from, ({ hue }) => hue),
    toHue: Uint8Array.from(model.to, ({ hue }) => hue),
  });
  const buffer = createDotBuffer(frame.width, frame.afterY + frame.boxHeight - frame.beforeY);
  drawBeforeDots(buffer, placed);
  drawDots(buffer, placed, t);
  return dotLayer(buffer, diameter, frame.beforeY);
}

function boxMarks(box: BoxMark, theme: PictureTheme): string[] {
  const { x, y, w, h, row, status, hue, rows, label, sublabel } = box;
  const isActive = status === 'active';
  const middle = { x: x + w / 2, 'text-anchor': 'middle' };
  const labelY = row === 'before' ? y - 22 : y + h + 15;
  const marks = [
    tag('rect', {
      x,
      y,
      width: w,
      height: h,
      rx: Math.min(4, w / 3),
      fill: 'none',
      stroke: theme.hues[hue],
      'stroke-opacity': isActive ? undefined : 0.55,
      'stroke-width': isActive ? 2 : 1,
      'stroke-dasharray': rows === 0 ? '3 3' : undefined,
    }),
  ];
  const bold = { 'font-size': LABEL_SIZE, 'font-weight': 600, fill: theme.text };
  const quiet = { 'font-size': SUBLABEL_SIZE, fill: isActive ? theme.text : theme.textMuted };
  if (label !== '') marks.push(textTag('text', { ...middle, y: labelY, ...bold }, label));
  if (sublabel !== '') marks.push(textTag('text', { ...middle, y: labelY + 14, ...quiet }, sublabel));
  return marks;
}
