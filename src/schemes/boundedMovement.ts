import { type FluidRings, followFluid } from './fluidRing.ts';
import type { MovementTheory } from './scheme.ts';

/** A node has become full on one side. */
interface Filling {
  readonly side: 0 | 1;
  readonly node: number;
  /** Share of the rows that reached it until then. */
  readonly rate: number;
  /** By how much that changes the share of rows that the two sides place differently. */
  differing: number;
  /** Nodes that its pieces go to, with the rate of each. */
  readonly flows: [node: number, rate: number][];
}

/** True when members of the two sides have different names. */
type Differ = (old: number, now: number) => boolean;

/**
 * What rings with bounded loads move, both filled from nothing with the same rows in the same order: the limit for many
 * rows, when they come in like a fluid, and the standard deviation for `rows` of them.
 *
 * Chance makes nodes full a bit earlier or later. One row more in a node makes it full earlier by 1 / rate, and during
 * that time its rows go elsewhere: some move or cease to, and other nodes get full earlier in turn. That worth of a row in
 * a node is computed from the last filling to the first. A row then counts 1 if it moves, and its worth on either side;
 * the variance of that, over places and time, is the variance of what moves (the central limit theorem for martingales).
 *
 * @param create makes the rings anew; they are followed twice
 */
export function boundedMovement(create: () => FluidRings, oldIndex: Int32Array, rows: number): MovementTheory {
  const differ: Differ = (old, now) => old !== oldIndex[now]!;
  const rings = create();
  const { fraction, fillings } = followMoves(rings, differ);
  const worths = worthOfRows(fillings, rings);
  const variance = followVariance(create(), (old, now) => Number(differ(old, now)) + worths[0][old]! + worths[1][now]!);
  return { kind: 'limit', fraction, deviation: Math.sqrt(variance / Math.max(rows, 1)) };
}

function followMoves(rings: FluidRings, differ: Differ): { readonly fraction: number; readonly fillings: Filling[] } {
  const { lengths, sides } = rings;
  const [old, now] = [sides[0].targets, sides[1].targets];
  let differing = lengths.reduce((sum, length, piece) => sum + (differ(old[piece]!, now[piece]!) ? length : 0), 0);
  let fraction = 0;
  const fillings: Filling[] = [];
  followFluid(rings, {
    span(duration) {
      fraction += duration * differing;
    },
    full(side, node, rate) {
      fillings.push({ side, node, rate, differing: 0, flows: [] });
    },
    move(piece, side, from) {
      const filling = fillings.at(-1)!;
      const length = lengths[piece]!;
      const differed = side === 0 ? differ(from, now[piece]!) : differ(old[piece]!, from);
      const change = (Number(differ(old[piece]!, now[piece]!)) - Number(differed)) * length;
      differing += change;
      filling.differing += change;
      filling.flows.push([sides[side].targets[piece]!, length]);
    },
  });
  return { fraction, fillings };
}

/** For each side and node, what one row more in it adds to the rows that move later; 0 where it is never full. */
function worthOfRows(fillings: readonly Filling[], { sides }: FluidRings): readonly [Float64Array, Float64Array] {
  const worths = [new Float64Array(sides[0].room.length), new Float64Array(sides[1].room.length)] as const;
  for (const { side, node, rate, differing, flows } of fillings.toReversed()) {
    const elsewhere = flows.reduce((sum, [to, flow]) => sum + flow * worths[side][to]!, 0);
    worths[side][node] = (differing + elsewhere) / rate;
  }
  return worths;
}

/** Mean over time of the variance over the circle of what a row counts. */
function followVariance(rings: FluidRings, countOf: (old: number, now: number) => number): number {
  const { lengths, sides } = rings;
  const [old, now] = [sides[0].targets, sides[1].targets];
  let mean = 0;
  let square = 0;
  const add = (length: number, count: number) => {
    mean += length * count;
    square += length * count * count;
  };
  for (let piece = 0; piece < lengths.length; piece++) add(lengths[piece]!, countOf(old[piece]!, now[piece]!));
  let variance = 0;
  followFluid(rings, {
    span(duration) {
      variance += duration * Math.max(0, square - mean * mean);
    },
    full() {},
    move(piece, side, from) {
      add(-lengths[piece]!, side === 0 ? countOf(from, now[piece]!) : countOf(old[piece]!, from));
      add(lengths[piece]!, countOf(old[piece]!, now[piece]!));
    },
  });
  return variance;
}
