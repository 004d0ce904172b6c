import type { KeySample } from '../engine/protocol.ts';
import { mix32 } from '../lib/prng.ts';
import { buildRouter, routeHash } from '../topology/routing.ts';
import { keyPosition } from './keyPosition.ts';
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

/** Dots of every `stride`-th sampled key. Throws nothing; a key that no partition takes has index -1. */
export function prepareDots(sample: KeySample, model: StripModel, stride = 1): Dots {
  const { plan } = model.input;
  const old = buildRouter(plan.from);
  const next = buildRouter(plan.to);
  const dots = emptyDots(Math.ceil(sample.hashLo.length / stride));
  const someStay = plan.steps.map((step) => keepsHeir(model, step.index));
  for (let i = 0, row = 0; i < dots.count; i++, row += stride) {
    const hi = sample.hashHi[row]!;
    const lo = sample.hashLo[row]!;
    const from = routeHash(old, hi, lo);
    const to = routeHash(next, hi, lo);
    const mixed = mix32(hi ^ Math.imul(lo, 0x9e3779b1)) >>> 0;
    const y = (mixed >>> 8) / 16777216;
    dots.from[i] = from;
    dots.to[i] = to;
    const x = keyPosition(hi, lo, model.chains.from);
    dots.xFrom[i] = x;
    dots.xTo[i] = model.chains.common ? x : keyPosition(hi, lo, model.chains.to);
    dots.y[i] = y;
    dots.delay[i] = MAX_DELAY * (0.75 * (1 - y) + (0.25 * (mixed & 0xff)) / 255);
    const step = from >= 0 ? model.from[from]!.firstStep : to >= 0 ? model.to[to]!.firstStep : -1;
    dots.step[i] = step;
    const moved = from >= 0 && to >= 0 && model.from[from]!.remainder !== model.to[to]!.remainder;
    dots.moved[i] = moved ? 1 : 0;
    dots.flies[i] = from >= 0 && to >= 0 && step >= 0 && (moved || !someStay[step]) ? 1 : 0;
  }
  return dots;
}
