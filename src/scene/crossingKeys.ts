import type { DotStamp } from './dotGeometry.ts';
import { MAX_DELAY } from './dots.ts';
import { type PixelBuffer, stampAt } from './drawDots.ts';
import type { KeyCanvas, KeyPlaces, KeyTimes } from './keyTimes.ts';
import { createStampCover } from './stampCover.ts';

/*
 * Keys that cross the ring, in waves that leave at the same time, so that those that wait, fly and have arrived are three
 * runs. Of the dots on a pixel the last to leave lies on top of those that wait, and the first to arrive on top of those
 * that have arrived. So one dot a pixel is seen of each of them for as long as there is one, and the rest is never drawn.
 */

/** Waves a step: they follow each other faster than frames, and all keys of one are equally far on their way. */
const WAVES = 512;

/** Share of a step that a key is under way. */
const FLIGHT = 1 - MAX_DELAY;

/** Dots at rest that can be seen, in the order in which they leave. */
interface RestingKeys {
  readonly leaves: Float32Array;
  /** First pixel. */
  readonly start: Int32Array;
  /** Little-endian RGBA words. */
  readonly colour: Uint32Array;
}

/** Dots under way, wave by wave, each in the order of their old places: neighbours are then near in the pixel buffer. */
interface FlyingKeys {
  /** Plan time at which each wave leaves, and its first dot; one entry more for the end. */
  readonly leaves: Float32Array;
  readonly first: Uint32Array;
  /** Old corner of a dot and the way to its new one, device px. */
  readonly left: Float32Array;
  readonly top: Float32Array;
  readonly across: Float32Array;
  readonly down: Float32Array;
  readonly colour: Uint32Array;
}

export interface CrossingKeys {
  readonly waiting: RestingKeys;
  readonly arrived: RestingKeys;
  readonly flying: FlyingKeys;
}

/** Wave of each key, from 1 on; those that no step carries are in wave 0. */
function wavesOf(leaves: Float32Array): Uint32Array {
  const waves = new Uint32Array(leaves.length);
  for (let i = 0; i < waves.length; i++) waves[i] = leaves[i]! < 0 ? 0 : 1 + Math.floor(leaves[i]! * WAVES);
  return waves;
}

function leavingTime(wave: number): number {
  return wave === 0 ? Number.NEGATIVE_INFINITY : (wave - 1) / WAVES;
}

/** Keys wave by wave: a counting sort, which leaves those of one wave in their order. */
function orderByWave(waves: Uint32Array): Uint32Array {
  const starts = new Uint32Array(waves.reduce((a, b) => Math.max(a, b), 0) + 2);
  for (let i = 0; i < waves.length; i++) starts[waves[i]! + 1]!++;
  for (let wave = 1; wave < starts.length; wave++) starts[wave]! += starts[wave - 1]!;
  const order = new Uint32Array(waves.length);
  for (let i = 0; i < order.length; i++) order[starts[waves[i]!]!++] = i;
  return order;
}

type Words = Float32Array | Int32Array | Uint32Array;

function pick<Values extends Words>(out: Values, from: Values, kept: Uint32Array): Values {
  for (let n = 0; n < kept.length; n++) out[n] = from[kept[n]!]!;
  return out;
}

/** Those of `order` that are seen when each lies on top of all that come after it. */
function seenOf(order: Uint32Array, start: Int32Array, colour: Uint32Array, canvas: KeyCanvas): Uint32Array {
  const cover = createStampCover(canvas);
  const seen = new Uint32Array(order.length);
  let count = 0;
  for (let n = 0; n < order.length; n++) {
    const i = order[n]!;
    if (start[i]! < 0 || colour[i] === 0 || !cover.isSeen(start[i]!)) continue;
    cover.cover(start[i]!);
    seen[count++] = i;
  }
  return seen.slice(0, count);
}

function restOf(kept: Uint32Array, waves: Uint32Array, start: Int32Array, colour: Uint32Array): RestingKeys {
  return {
    leaves: Float32Array.from(kept, (i) => leavingTime(waves[i]!)),
    start: pick(new Int32Array(kept.length), start, kept),
    colour: pick(new Uint32Array(kept.length), colour, kept),
  };
}

function flyingOf(kept: Uint32Array, waves: Uint32Array, from: KeyPlaces, to: KeyPlaces, all: Uint32Array): FlyingKeys {
  const of = (values: Float32Array) => pick(new Float32Array(kept.length), values, kept);
  const [left, top, across, down] = [of(from.left), of(from.top), of(to.left), of(to.top)];
  const leaves: number[] = [];
  const first: number[] = [];
  for (let n = 0; n < kept.length; n++) {
    across[n]! -= left[n]!;
    down[n]! -= top[n]!;
    if (n > 0 && waves[kept[n]!] === waves[kept[n - 1]!]) continue;
    leaves.push(leavingTime(waves[kept[n]!]!));
    first.push(n);
  }
  const colour = pick(new Uint32Array(kept.length), all, kept);
  return {
    leaves: Float32Array.from(leaves),
    first: Uint32Array.from([...first, kept.length]),
    left,
    top,
    across,
    down,
    colour,
  };
}

/** What of crossing keys is seen at any time. */
export function prepareCrossingKeys(from: KeyPlaces, to: KeyPlaces, times: KeyTimes, canvas: KeyCanvas): CrossingKeys {
  const { colourFrom, colourTo } = times;
  const waves = wavesOf(times.leaves);
  const order = orderByWave(waves);
  const lastFirst = order.slice().reverse();
  // Between two places inside the buffer a dot never leaves it.
  const flying = order.filter((i) => waves[i]! > 0 && colourTo[i] !== 0 && from.start[i]! >= 0 && to.start[i]! >= 0);
  return {
    waiting: restOf(seenOf(lastFirst, from.start, colourFrom, canvas).reverse(), waves, from.start, colourFrom),
    arrived: restOf(seenOf(order, to.start, colourTo, canvas), waves, to.start, colourTo),
    flying: flyingOf(flying, waves, from, to, colourTo),
  };
}

/** How many of the sorted times are before t, or at it if `orAt`. */
function countBefore(times: Float32Array, t: number, orAt: boolean): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (times[mid]! < t || (orAt && times[mid] === t)) low = mid + 1;
    else high = mid;
  }
  return low;
}

function drawFlying(buffer: PixelBuffer, dot: DotStamp, flying: FlyingKeys, t: number): void {
  const { leaves, first, left, top, across, down, colour } = flying;
  const last = countBefore(leaves, t, false);
  for (let wave = countBefore(leaves, t - FLIGHT, true); wave < last; wave++) {
    const way = (t - leaves[wave]!) / FLIGHT;
    const eased = way * way * (3 - 2 * way);
    const end = first[wave + 1]!;
    for (let i = first[wave]!; i < end; i++) {
      const x = (left[i]! + across[i]! * eased) | 0;
      const y = (top[i]! + down[i]! * eased) | 0;
      stampAt(buffer, dot, y * buffer.width + x, colour[i]!);
    }
  }
}

export function drawCrossingKeys(buffer: PixelBuffer, dot: DotStamp, keys: CrossingKeys, t: number): void {
  const { waiting, arrived, flying } = keys;
  for (let i = countBefore(waiting.leaves, t, false); i < waiting.start.length; i++) {
    stampAt(buffer, dot, waiting.start[i]!, waiting.colour[i]!);
  }
  for (let i = countBefore(arrived.leaves, t - FLIGHT, true) - 1; i >= 0; i--) {
    stampAt(buffer, dot, arrived.start[i]!, arrived.colour[i]!);
  }
  drawFlying(buffer, dot, flying, t);
}
