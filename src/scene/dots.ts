import type { KeySample } from '../engine/protocol.ts';
import { mix32 } from '../lib/prng.ts';
import { keyPosition } from '../topology/keyPosition.ts';
import { buildRouter, routeHash } from '../topology/routing.ts';
import { keepsHeir } from './liveBoxes.ts';
import type { StripModel } from './stripModel.ts';

/** Sampled keys ready to draw; arrays have one entry a dot. Indices are positions in plan.from / plan.to, -1 = none. */
export interface Dots {
  readonly count: number;
  /** Places before and after, strip units. */
  readonly xFrom: Float64Array;
  readonly xTo: Float64Array;
  /** Height within the box, 0 = top, 1 = bottom; from hash bits, so it never changes. */
  readonly y: Float32Array;
  /** Share of its step that a dot waits before it leaves, 0..MAX_DELAY: lower dots leave first, like sand. */
  readonly delay: Float32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Step that carries it, -1 = the plan leaves it alone. */
  readonly step: Int32Array;
  /** 1: its old remainder is not its new one. */
  readonly moved: Uint8Array;
  /** 1: the step writes it anew, so it flies; 0: it stays in its heir's table, or has no table to leave. */
  readonly flies: Uint8Array;
}

export const MAX_DELAY = 0.5;

function emptyDots(count: number): Dots {
  return {
    count,
    xFrom: new Float64Array(count),
    xTo: new Float64Array(count),
    y: new Float32Array(count),
    delay: new Float32Array(count),
    from: new Int32Array(count),
    to: new Int32Array(count),
    step: new Int32Array(count),
    moved: new Uint8Array(count),
    flies: new Uint8Array(count),
  };
}

/** How many sampled keys one dot stands beside: every `stride`-th row of the sample is drawn, so that `budget` suffices. */
export function dotStride(sampled: number, budget: number): number {
  return Math.max(1, Math.ceil(sampled / Math.max(1, budget)));
}

/** Random bits of a row hash for what is not its place: height and delay. */
function scatter(sample: KeySample, row: number): number {
  return mix32(sample.hashHi[row]! ^ Math.imul(sample.hashLo[row]!, 0x9e3779b1)) >>> 0;
}

/**
 * Every `stride`-th row of the sample, from the highest dot to the lowest (a counting sort by 256 bands): neighbours in
 * the arrays are then neighbours in the pixel buffer, which halves the time of a frame.
 */
function rowsFromTop(sample: KeySample, stride: number, count: number): Uint32Array {
  const starts = new Uint32Array(257);
  for (let i = 0; i < count; i++) starts[(scatter(sample, i * stride) >>> 24) + 1]!++;
  for (let band = 1; band <= 256; band++) starts[band]! += starts[band - 1]!;
  const rows = new Uint32Array(count);
  for (let i = 0; i < count; i++) rows[starts[scatter(sample, i * stride) >>> 24]!++] = i * stride;
  return rows;
}

/**
 * The same rows with those of one step together, in the order of the steps: a frame then takes the same branch for long
 * runs of dots, and a wrong guess of the processor costs more than a dot.
 */
function rowsByStep(rows: Uint32Array, stepOf: (row: number) => number, stepCount: number): Uint32Array {
  const steps = Int32Array.from(rows, stepOf);
  const starts = new Uint32Array(stepCount + 2);
  for (const step of steps) starts[step + 2]!++;
  for (let step = 1; step < starts.length; step++) starts[step]! += starts[step - 1]!;
  const sorted = new Uint32Array(rows.length);
  for (let i = 0; i < rows.length; i++) sorted[starts[steps[i]! + 1]!++] = rows[i]!;
  return sorted;
}

/** Dots of every `stride`-th sampled key, step by step and each from top to bottom. A key that no partition takes has index -1. */
export function prepareDots(sample: KeySample, model: StripModel, stride = 1): Dots {
  const { plan } = model.input;
  const old = buildRouter(plan.from);
  const next = buildRouter(plan.to);
  const dots = emptyDots(Math.ceil(sample.hashLo.length / stride));
  const carrier = (from: number, to: number): number =>
    from >= 0 ? model.from[from]!.firstStep : to >= 0 ? model.to[to]!.firstStep : -1;
  const stepOf = (row: number): number => {
    const hi = sample.hashHi[row]!;
    const lo = sample.hashLo[row]!;
    return carrier(routeHash(old, hi, lo), routeHash(next, hi, lo));
  };
  const rows = rowsByStep(rowsFromTop(sample, stride, dots.count), stepOf, plan.steps.length);
  const someStay = plan.steps.map((step) => keepsHeir(model, step.index));
  for (let i = 0; i < dots.count; i++) {
    const hi = sample.hashHi[rows[i]!]!;
    const lo = sample.hashLo[rows[i]!]!;
    const from = routeHash(old, hi, lo);
    const to = routeHash(next, hi, lo);
    const bits = scatter(sample, rows[i]!);
    const y = (bits >>> 8) / 16777216;
    const x = keyPosition(hi, lo, model.chains.from);
    const step = carrier(from, to);
    const known = from >= 0 && to >= 0;
    const moved = known && model.from[from]!.remainder !== model.to[to]!.remainder;
    dots.from[i] = from;
    dots.to[i] = to;
    dots.xFrom[i] = x;
    dots.xTo[i] = model.chains.common ? x : keyPosition(hi, lo, model.chains.to);
    dots.y[i] = y;
    dots.delay[i] = MAX_DELAY * (0.75 * (1 - y) + (0.25 * (bits & 0xff)) / 255);
    dots.step[i] = step;
    dots.moved[i] = moved ? 1 : 0;
    dots.flies[i] = known && step >= 0 && (moved || !someStay[step]) ? 1 : 0;
  }
  return dots;
}
