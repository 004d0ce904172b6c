import type { Band } from './band.ts';
import type { Painter } from './painter.ts';
import {
  computeBlockMarks,
  computeRibbonMarks,
  type RibbonMark,
  ribbonAlphas,
  ribbonStyle,
  ribbonsInView,
  traceRibbon,
} from './ribbonMarks.ts';
import type { UnitRibbon } from './ribbons.ts';
import type { BoxMark, StripScene } from './strip.ts';
import type { StripFrame } from './stripFrame.ts';
import type { CanvasTheme } from './theme.ts';

function isStraight({ x, w, toX, toW }: RibbonMark): boolean {
  return Math.abs(toX - x) < 1 && Math.abs(toX + toW - x - w) < 1;
}

function drawRibbons(
  ctx: Painter,
  scene: StripScene,
  ribbons: readonly UnitRibbon[],
  t: number,
  theme: CanvasTheme,
): void {
  const { model, frame } = scene;
  const alphas = ribbonAlphas(model.chains.common);
  const marks = computeRibbonMarks(model, frame, t, ribbons);
  for (const style of ['stays', 'moved', 'moving'] as const) {
    ctx.globalAlpha = alphas[style];
    ctx.fillStyle = style === 'stays' ? theme.ribbonStays : theme.ribbonMoves;
    ctx.beginPath();
    for (const mark of marks) {
      if (ribbonStyle(mark.moved, mark.status) !== style) continue;
      // Thousands of straight ribbons are cheap rectangles; as one path they took 10 ms a frame.
      if (isStraight(mark)) ctx.fillRect(mark.x, mark.y0, mark.w, mark.y1 - mark.y0);
      else traceRibbon(ctx, mark);
    }
    ctx.fill();
  }
  ctx.globalAlpha = 1;
}

/** Too many flows for ribbons: their class in grey, and the share of moved rows in the accent from the left. */
function drawBlocks(ctx: Painter, scene: StripScene, theme: CanvasTheme): void {
  for (const { x, w, y0, y1, movedShare } of computeBlockMarks(scene.model, scene.frame)) {
    ctx.fillStyle = theme.ribbonStays;
    ctx.fillRect(x, y0, w, y1 - y0);
    ctx.fillStyle = theme.ribbonMoves;
    ctx.fillRect(x, y0, w * movedShare, y1 - y0);
  }
}

function drawBoxes(ctx: Painter, boxes: readonly BoxMark[], theme: CanvasTheme): void {
  for (const { x, y, w, h, hue, rows } of boxes) {
    ctx.globalAlpha = rows === 0 ? 0.06 : 0.15;
    ctx.fillStyle = theme.hues[hue]!;
    ctx.beginPath();
    ctx.roundRect(x, y, w, h, Math.min(4, w / 3));
    ctx.fill();
  }
  ctx.globalAlpha = 1;
}

/** Density as strength of colour: a column at half the greatest density is half as strong. */
function drawBand(ctx: Painter, band: Band, y: number, frame: StripFrame, theme: CanvasTheme): void {
  for (const { x, w, density, hue, fresh, active } of band) {
    ctx.globalAlpha = 0.12 + 0.35 * density;
    ctx.fillStyle = theme.hues[fresh > 0.75 ? 0 : hue]!;
    ctx.fillRect(x, y, w, frame.boxHeight);
    // In quarters: finer shares would only show how the boxes happen to fall on the columns.
    const share = Math.round(fresh * 4) / 4;
    if (share > 0 && fresh <= 0.75) {
      ctx.fillStyle = theme.hues[0]!;
      ctx.fillRect(x, y + frame.boxHeight * (1 - share), w, frame.boxHeight * share);
    }
    if (active) {
      ctx.globalAlpha = 1;
      ctx.fillRect(x, y - 4, w, 3);
    }
  }
  ctx.globalAlpha = 1;
}

/**
 * The static layer: everything but dots, outlines and texts. Redrawn once a step, not once a frame. CSS px. Without thin
 * ribbons where these are painted as pixels (`prepareThinRibbons`).
 */
export function drawShapes(
  ctx: Painter,
  scene: StripScene,
  t: number,
  theme: CanvasTheme,
  { withThin }: { readonly withThin: boolean },
): void {
  const { model, frame } = scene;
  const { wide, thin } = ribbonsInView(model, frame);
  const before = scene.beforeAt(t);
  const after = scene.afterAt(t);
  drawRibbons(ctx, scene, withThin ? [...wide, ...thin] : wide, t, theme);
  drawBlocks(ctx, scene, theme);
  drawBoxes(ctx, before.boxes, theme);
  drawBoxes(ctx, after.boxes, theme);
  drawBand(ctx, before.band, frame.beforeY, frame, theme);
  drawBand(ctx, after.band, frame.afterY, frame, theme);
}
