import { type BoxStatus, boxStatus } from './liveBoxes.ts';
import type { UnitRibbon } from './ribbons.ts';
import { MIN_BOX } from './strip.ts';
import { boxGap, type StripFrame, toPx } from './stripFrame.ts';
import type { StripModel, UnitBox } from './stripModel.ts';
import { viewSpan } from './zoom.ts';

/** A band from (x..x+w, y0) to (toX..toX+toW, y1); CSS px. Its sides run along a smoothstep. */
export interface RibbonMark {
  readonly from: number;
  readonly to: number;
  readonly x: number;
  readonly w: number;
  readonly toX: number;
  readonly toW: number;
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

/** Where a ribbon meets a box: its own edges, but clear of the white around the box. CSS px. */
function edge(frame: StripFrame, x: number, width: number, box: UnitBox): { readonly x: number; readonly w: number } {
  const start = toPx(frame, box.x);
  const end = toPx(frame, box.x + box.width);
  const inset = boxGap(end - start) / 2;
  const left = Math.max(toPx(frame, x), start + inset);
  return { x: left, w: Math.max(0, Math.min(toPx(frame, x + width), end - inset) - left) };
}

/** The edges of a ribbon above and below, CSS px. */
export type RibbonEdges = Pick<RibbonMark, 'x' | 'w' | 'toX' | 'toW'>;

/** Until its step begins a ribbon in place leads to the box that still stands below, so that nothing looks cut before it is. */
export function ribbonEdges(model: StripModel, frame: StripFrame, ribbon: UnitRibbon, status: BoxStatus): RibbonEdges {
  const above = edge(frame, ribbon.x, ribbon.width, model.from[ribbon.from]!);
  const stands = status === 'waiting' && model.input.plan.kind === 'inPlace';
  const below = stands ? above : edge(frame, ribbon.toX, ribbon.width, model.to[ribbon.to]!);
  return { ...above, toX: below.x, toW: below.w };
}

/** The ribbons in view: those that are painted one by one, and those thinner than a box, which are many. */
export function ribbonsInView(
  model: StripModel,
  frame: StripFrame,
): { readonly wide: readonly UnitRibbon[]; readonly thin: readonly UnitRibbon[] } {
  const { x0, x1 } = frame.view;
  const seen = model.ribbons.filter(({ x, toX, width }) => Math.min(x, toX) < x1 && Math.max(x, toX) + width > x0);
  const isThin = ({ width }: UnitRibbon): boolean => (width / viewSpan(frame.view)) * frame.plotWidth < MIN_BOX;
  return { wide: seen.filter((ribbon) => !isThin(ribbon)), thin: seen.filter(isThin) };
}

/** Some ribbons at plan time t, or all. */
export function computeRibbonMarks(
  model: StripModel,
  frame: StripFrame,
  t: number,
  ribbons: readonly UnitRibbon[] = model.ribbons,
): readonly RibbonMark[] {
  return ribbons.map((ribbon) => {
    const status = boxStatus(ribbon.step, ribbon.step, t);
    return {
      from: ribbon.from,
      to: ribbon.to,
      ...ribbonEdges(model, frame, ribbon, status),
      y0: frame.beforeY + frame.boxHeight + 2,
      y1: frame.afterY - 2,
      moved: ribbon.moved,
      step: ribbon.step,
      status,
      rows: ribbon.rows,
    };
  });
}

/** How a ribbon is filled: rows that stay, rows on their way, rows that have moved. */
export type RibbonStyle = 'stays' | 'moving' | 'moved';

export function ribbonStyle(moved: boolean, status: BoxStatus): RibbonStyle {
  if (!moved || status === 'waiting') return 'stays';
  return status === 'active' ? 'moving' : 'moved';
}

/** Ribbons that cross are lighter, so that all of them are seen. */
export function ribbonAlphas(common: boolean): Readonly<Record<RibbonStyle, number>> {
  return common ? { stays: 0.85, moving: 0.55, moved: 0.9 } : { stays: 0.75, moving: 0.75, moved: 0.5 };
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

/** What a path is written to: a canvas context, or a writer of SVG paths. */
export interface PathSink {
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  bezierCurveTo(ax: number, ay: number, bx: number, by: number, x: number, y: number): void;
  closePath(): void;
}

/**
 * Writes the outline of a ribbon. Control points at thirds of the height make y linear in the curve's parameter and x
 * its smoothstep, which is what a flying dot computes from its height.
 */
export function traceRibbon(path: PathSink, mark: RibbonMark): void {
  const { x, w, toX, toW, y0, y1 } = mark;
  const a = y0 + (y1 - y0) / 3;
  const b = y1 - (y1 - y0) / 3;
  path.moveTo(x, y0);
  path.lineTo(x + w, y0);
  path.bezierCurveTo(x + w, a, toX + toW, b, toX + toW, y1);
  path.lineTo(toX, y1);
  path.bezierCurveTo(toX, b, x, a, x, y0);
  path.closePath();
}
