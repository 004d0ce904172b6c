import type { DotStamp } from './dotGeometry.ts';
import { type PixelBuffer, stampAt } from './drawDots.ts';
import type { KeyCanvas, KeyTimes } from './keyTimes.ts';
import { createStampCover } from './stampCover.ts';

/**
 * Keys that keep their places, without those that others cover at every time: of a million keys on a ring of 50,000 pixels
 * nineteen in twenty. One entry a key, in the order in which they are drawn.
 */
export interface StillKeys {
  /** First pixel of its dot. */
  readonly start: Int32Array;
  /** Plan time at which it takes its new colour. */
  readonly turns: Float32Array;
  /** Little-endian RGBA words; 0 = not drawn. */
  readonly colourFrom: Uint32Array;
  readonly colourTo: Uint32Array;
}

/** @param start of each key's dot, -1 = outside */
export function prepareStillKeys(start: Int32Array, times: KeyTimes, canvas: KeyCanvas): StillKeys {
  const cover = createStampCover(canvas);
  const { colourFrom, colourTo, arrives } = times;
  const seen = new Uint32Array(start.length);
  let first = seen.length;
  for (let i = start.length - 1; i >= 0; i--) {
    if (start[i]! < 0 || !cover.isSeen(start[i]!)) continue;
    seen[--first] = i;
    // A key that comes from nowhere or goes there shows at times what is below it.
    if (colourFrom[i] !== 0 && colourTo[i] !== 0) cover.cover(start[i]!);
  }
  const kept = seen.subarray(first);
  return {
    start: Int32Array.from(kept, (i) => start[i]!),
    turns: Float32Array.from(kept, (i) => arrives[i]!),
    colourFrom: Uint32Array.from(kept, (i) => colourFrom[i]!),
    colourTo: Uint32Array.from(kept, (i) => colourTo[i]!),
  };
}

export function drawStillKeys(buffer: PixelBuffer, dot: DotStamp, keys: StillKeys, t: number): void {
  const { start, turns, colourFrom, colourTo } = keys;
  for (let i = 0; i < start.length; i++) {
    const colour = t >= turns[i]! ? colourTo[i]! : colourFrom[i]!;
    if (colour !== 0) stampAt(buffer, dot, start[i]!, colour);
  }
}
