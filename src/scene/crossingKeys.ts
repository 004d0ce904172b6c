import type { DotStamp } from './dotGeometry.ts';
import { MAX_DELAY } from './dots.ts';
import { type PixelBuffer, stampAt } from './drawDots.ts';
import type { KeyCanvas, KeyPlaces, KeyTimes } from './keyTimes.ts';
import { createStampCover } from './stampCover.ts';

/*
 * Keys that cross the ring, in the order in which they leave, so that those that wait, fly and have arrived are three runs.
 * Of the dots on a pixel the last to leave lies on top of those that wait, and the first to arrive on top of those that
 * have arrived. So one dot a pixel is seen of each of them for as long as there is one, and the rest is never drawn.
 */

/** Dots at rest that can be seen, in the order in which they leave. */
interface RestingKeys {
  readonly start: Int32Array;
  readonly leaves: Float32Array;
  readonly colour: Uint32Array;
}

export interface CrossingKeys {
  readonly waiting: RestingKeys;
  readonly arrived: RestingKeys;
  /** Of dots on their way: when they leave, their old corner, the way to the new one in device px, and their colour. */
  readonly leaves: Float32Array;
  readonly left: Float32Array;
  readonly top: Float32Array;
  readonly across: Float32Array;
  readonly down: Float32Array;
  readonly colour: Uint32Array;
}

const FLIGHT = 1 - MAX_DELAY;

/** Keys by the time at which they leave, to a 65 536th of a step; those of no step first. */
function orderByLeaving(leaves: Float32Array): Uint32Array {
  // Time and index in one number of 53 bits: numbers are sorted by machine code, indices by calls.
  const [scale, room] = [65_536, 2 ** Math.ceil(Math.log2(Math.max(2, leaves.length)))];
  const packed = Float64Array.from(leaves, (time, i) => (Math.floor(Math.max(-1, time) * scale) + scale) * room + i);
  packed.sort();
  return Uint32Array.from(packed, (word) => word % room);
}

/** Those of `order` that are seen when they are drawn in the opposite order, in that of `order`. */
function seenOf(order: Uint32Array, start: Int32Array, colour: Uint32Array, canvas: KeyCanvas): Uint32Array {
  const cover = createStampCover(canvas);
  return order.filter((i) => {
    const isSeen = start[i]! >= 0 && colour[i] !== 0 && cover.isSeen(start[i]!);
    if (isSeen) cover.cover(start[i]!);
    return isSeen;
  });
}

function pick(kept: Uint32Array, start: Int32Array, leaves: Float32Array, colour: Uint32Array): RestingKeys {
  return {
    start: Int32Array.from(kept, (i) => start[i]!),
    leaves: Float32Array.from(kept, (i) => leaves[i]!),
    colour: Uint32Array.from(kept, (i) => colour[i]!),
  };
}

export function prepareCrossingKeys(from: KeyPlaces, to: KeyPlaces, times: KeyTimes, canvas: KeyCanvas): CrossingKeys {
  const { leaves, colourFrom, colourTo } = times;
  const order = orderByLeaving(leaves);
  const waiting = seenOf(order.slice().reverse(), from.start, colourFrom, canvas).reverse();
  // The way between two places inside the buffer lies inside it too.
  const flying = order.filter((i) => leaves[i]! >= 0 && colourTo[i] !== 0 && from.start[i]! >= 0 && to.start[i]! >= 0);
  const of = (values: Float32Array) => Float32Array.from(flying, (i) => values[i]!);
  return {
    waiting: pick(waiting, from.start, leaves, colourFrom),
    arrived: pick(seenOf(order, to.start, colourTo, canvas), to.start, leaves, colourTo),
    leaves: of(leaves),
    left: of(from.left),
    top: of(from.top),
    across: Float32Array.from(flying, (i) => to.left[i]! - from.left[i]!),
    down: Float32Array.from(flying, (i) => to.top[i]! - from.top[i]!),
    colour: Uint32Array.from(flying, (i) => colourTo[i]!),
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

export function drawCrossingKeys(buffer: PixelBuffer, dot: DotStamp, keys: CrossingKeys, t: number): void {
  const { waiting, arrived, leaves, left, top, across, down, colour } = keys;
  for (let i = countBefore(waiting.leaves, t, false); i < waiting.start.length; i++) {
    stampAt(buffer, dot, waiting.start[i]!, waiting.colour[i]!);
  }
  for (let i = countBefore(arrived.leaves, t - FLIGHT, true) - 1; i >= 0; i--) {
    stampAt(buffer, dot, arrived.start[i]!, arrived.colour[i]!);
  }
  const last = countBefore(leaves, t, false);
  for (let i = countBefore(leaves, t - FLIGHT, true); i < last; i++) {
    const way = (t - leaves[i]!) / FLIGHT;
    const eased = way * way * (3 - 2 * way);
    const x = (left[i]! + across[i]! * eased) | 0;
    const y = (top[i]! + down[i]! * eased) | 0;
    stampAt(buffer, dot, y * buffer.width + x, colour[i]!);
  }
}
