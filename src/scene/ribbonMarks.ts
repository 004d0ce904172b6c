import { type BoxStatus, boxStatus } from './liveBoxes.ts';
import { boxGap, type StripFrame, toPx } from './stripFrame.ts';
import type { StripModel } from './stripModel.ts';
import { viewSpan } from './zoom.ts';

/** A band from (x..x+w, y0) to (toX..toX+w, y1); CSS px. Its sides run along a smoothstep. */
export interface RibbonMark {
  readonly from: number;
  readonly to: number;
  readonly x: number;
  readonly toX: number;
  readonly w: number;
  readonly y0: number;
  readonly y1: number;
  readonly moved: boolean;
  readonly step: number;
  readonly status: BoxStatus;
  readonly rows: number;
}

/** A class of the shared modulus with too many flows to draw: one grey band with the share of moved rows in the accent. */
export interface BlockMark {
  readonly x: number;
  readonly w: number;
  readonly y0: number;
  readonly y1: number;
  readonly movedShare: number;
}

/** Ribbons in view at plan time t. A ribbon whose step has not begun is drawn as staying: nothing has moved yet. */
export function computeRibbonMarks(model: StripModel, frame: StripFrame, t: number): readonly RibbonMark[] {
  const scale = frame.plotWidth / viewSpan(frame.view);
  const { x0, x1 } = frame.view;
  const marks: RibbonMark[] = [];
  for (const ribbon of model.ribbons) {
    const right = Math.max(ribbon.x, ribbon.toX) + ribbon.width;
    if (Math.min(ribbon.x, ribbon.toX) >= x1 || right <= x0) continue;
    const whole = ribbon.width * scale;
    const inset = boxGap(whole) / 2;
    marks.push({
      from: ribbon.from,
      to: ribbon.to,
      x: toPx(frame, ribbon.x) + inset,
      toX: toPx(frame, ribbon.toX) + inset,
      w: whole - 2 * inset,
      y0: frame.beforeY + frame.boxHeight + 2,
      y1: frame.afterY - 2,
      moved: ribbon.moved,
      step: ribbon.step,
      status: boxStatus(ribbon.step, ribbon.step, t),
      rows: ribbon.rows,
    });
  }
  return marks;
}

export function computeBlockMarks(model: StripModel, frame: StripFrame): readonly BlockMark[] {
  return model.blocks
    .filter((block) => block.x < frame.view.x1 && block.x + block.width > frame.view.x0)
    .map((block) => {
      const x = toPx(frame, block.x);
      return {
        x,
        w: toPx(frame, block.x + block.width) - x,
        y0: frame.beforeY + frame.boxHeight + 2,
        y1: frame.afterY - 2,
        movedShare: block.rows === 0 ? 0 : block.moved / block.rows,
      };
    });
}

/**
 * SVG path of a ribbon, for pictures and for Path2D. Control points at thirds of the height make y linear in the curve's
 * parameter and x its smoothstep, which is what a flying dot computes from its height.
 */
export function ribbonPath(mark: RibbonMark): string {
  const { x, toX, w, y0, y1 } = mark;
  if (Math.abs(x - toX) < 0.01) return `M${x} ${y0}H${x + w}V${y1}H${x}Z`;
  const a = y0 + (y1 - y0) / 3;
  const b = y1 - (y1 - y0) / 3;
  const down = `C${x + w} ${a} ${toX + w} ${b} ${toX + w} ${y1}`;
  return `M${x} ${y0}H${x + w}${down}H${toX}C${toX} ${b} ${x} ${a} ${x} ${y0}Z`;
}
