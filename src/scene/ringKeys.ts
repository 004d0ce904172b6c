import type { KeySample } from '../engine/protocol.ts';
import { randomUnit } from '../lib/prng.ts';
import type { ClusterPlan } from '../planner/cluster.ts';
import { MAX_DELAY, prepareDots } from './dots.ts';
import { wholeMoveStep } from './nodeLedger.ts';
import type { StripModel } from './stripModel.ts';

/** Sampled keys on the ring, entry by key, in the order of their old places: neighbours are then near in the pixel buffer. */
export interface RingKeys {
  readonly count: number;
  /** Places before and after, 0..1. */
  readonly xFrom: Float32Array;
  readonly xTo: Float32Array;
  /** Depth below the arcs, 0 = outermost, 1 = innermost; it never changes. */
  readonly depth: Float32Array;
  /** Share of its step that a key waits, 0..MAX_DELAY. */
  readonly delay: Float32Array;
  /** Step that carries it; -1 = none, it stays as it is. */
  readonly step: Int32Array;
  /** -1 = no partition takes it, nothing is drawn. */
  readonly fromNode: Int16Array;
  readonly toNode: Int16Array;
  /** Some key changes its place. */
  readonly moves: boolean;
}

/** Keys of a scheme: place on the circle and node before and after, entry by key. */
export interface CircleKeys {
  readonly place: Float64Array;
  /** Null when all keys keep their places. */
  readonly placeAfter?: Float64Array | null;
  readonly before: ArrayLike<number>;
  readonly after: ArrayLike<number>;
}

function emptyKeys(count: number) {
  return {
    count,
    xFrom: new Float32Array(count),
    xTo: new Float32Array(count),
    depth: new Float32Array(count),
    delay: new Float32Array(count),
    step: new Int32Array(count),
    fromNode: new Int16Array(count),
    toNode: new Int16Array(count),
  };
}

/** Evenly spaced rows of the sample, so many or all. */
export function thinSample(sample: KeySample, count: number): KeySample {
  const all = sample.hashLo.length;
  if (count >= all) return sample;
  const rowOf = Uint32Array.from({ length: count }, (_, i) => Math.floor((i * all) / count));
  return {
    rows: Float64Array.from(rowOf, (row) => sample.rows[row]!),
    hashHi: Uint32Array.from(rowOf, (row) => sample.hashHi[row]!),
    hashLo: Uint32Array.from(rowOf, (row) => sample.hashLo[row]!),
  };
}

/** Order by place, to a 65 536th of the ring: a counting sort. */
function orderByPlace(places: Float64Array): Uint32Array {
  const starts = new Uint32Array(65537);
  const bandOf = (place: number) => Math.min(65535, Math.max(0, Math.floor(place * 65536)));
  for (const place of places) starts[bandOf(place) + 1]!++;
  for (let band = 1; band < starts.length; band++) starts[band]! += starts[band - 1]!;
  const order = new Uint32Array(places.length);
  for (let i = 0; i < places.length; i++) order[starts[bandOf(places[i]!)]!++] = i;
  return order;
}

/** About `count` keys of the sample, with the nodes of a plan. */
export function prepareRingKeys(sample: KeySample, strip: StripModel, cluster: ClusterPlan, count: number): RingKeys {
  const dots = prepareDots(thinSample(sample, count), strip);
  const keys = emptyKeys(dots.count);
  orderByPlace(dots.xFrom).forEach((dot, i) => {
    const from = dots.from[dot]!;
    const to = dots.to[dot]!;
    keys.xFrom[i] = dots.xFrom[dot]!;
    keys.xTo[i] = dots.xTo[dot]!;
    keys.depth[i] = dots.y[dot]!;
    keys.delay[i] = dots.delay[dot]!;
    keys.fromNode[i] = from < 0 ? -1 : cluster.before[from]!;
    keys.toNode[i] = to < 0 ? -1 : cluster.after[to]!;
    const goesWhole = dots.step[dot]! < 0 && keys.fromNode[i] !== keys.toNode[i];
    keys.step[i] = goesWhole ? wholeMoveStep(strip.input.plan) : dots.step[dot]!;
  });
  return { ...keys, moves: !strip.chains.common };
}

/** Keys on a scheme's circle; the jitter is of their place in the sample. */
export function prepareCircleKeys({ place, placeAfter = null, before, after }: CircleKeys): RingKeys {
  const keys = emptyKeys(place.length);
  const { xFrom, xTo, depth, delay, fromNode, toNode } = keys;
  const order = orderByPlace(place);
  const places = placeAfter ?? place;
  for (let i = 0; i < order.length; i++) {
    const key = order[i]!;
    xFrom[i] = place[key]!;
    xTo[i] = places[key]!;
    depth[i] = randomUnit(1, key, 0);
    delay[i] = randomUnit(1, key, 1) * MAX_DELAY;
    fromNode[i] = before[key]!;
    toNode[i] = after[key]!;
  }
  return { ...keys, moves: placeAfter !== null };
}
