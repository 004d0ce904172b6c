import { FULL_VIEW, type StripView, viewSpan } from './zoom.ts';

/** Where everything lies on the stage; CSS px. */
export interface StripFrame {
  readonly width: number;
  readonly height: number;
  readonly view: StripView;
  /** The strip's left edge and its width on screen. */
  readonly left: number;
  readonly plotWidth: number;
  /** Baselines of the captions of the two rows. */
  readonly beforeCaptionY: number;
  readonly afterCaptionY: number;
  readonly minimapY: number;
  readonly beforeY: number;
  readonly afterY: number;
  readonly boxHeight: number;
}

const SIDE = 16;
const CAPTION = 22;
const LABELS = 36;
const MINIMAP = 10;

/** Lays out the two rows of boxes, the ribbons between them and the texts around them. Sizes in CSS px. */
export function computeStripFrame(width: number, height: number, view: StripView = FULL_VIEW): StripFrame {
  const rest = Math.max(0, height - 2 * CAPTION - 2 * LABELS - MINIMAP);
  const boxHeight = Math.round(Math.min(Math.max(96, rest * 0.2), Math.max(24, rest * 0.27)));
  const ribbons = Math.round(Math.min(Math.max(230, rest * 0.6), Math.max(24, rest - 2 * boxHeight)));
  const beforeY = CAPTION + MINIMAP + LABELS;
  const afterY = beforeY + boxHeight + ribbons;
  return {
    width,
    height,
    view,
    left: SIDE,
    plotWidth: Math.max(1, width - 2 * SIDE),
    beforeCaptionY: 13,
    minimapY: CAPTION - 2,
    beforeY,
    afterY,
    boxHeight,
    afterCaptionY: afterY + boxHeight + LABELS + 13,
  };
}

/** Strip place -> CSS px. */
export function toPx(frame: StripFrame, x: number): number {
  return frame.left + ((x - frame.view.x0) / viewSpan(frame.view)) * frame.plotWidth;
}

/** CSS px -> strip place. */
export function toStrip(frame: StripFrame, px: number): number {
  return frame.view.x0 + ((px - frame.left) / frame.plotWidth) * viewSpan(frame.view);
}

/** White between neighbouring boxes of this width, CSS px. */
export function boxGap(width: number): number {
  if (width >= 24) return 3;
  if (width >= 12) return 2;
  return width >= 6 ? 1 : 0;
}

/** Widths in em of the widest usual interface font: digits and letters, brackets and signs, spaces. */
const WIDE = 0.64;
const NARROW = 0.4;
const SPACE = 0.22;

/** Width of a label or a count, CSS px; rather too wide than too narrow, so that a text that fits does fit. */
export function textWidth(text: string, fontSize: number): number {
  let em = 0;
  for (const c of text) {
    if (c === '…') em += 1;
    else em += /\s/.test(c) ? SPACE : /[(),.']/.test(c) ? NARROW : WIDE;
  }
  return em * fontSize;
}
