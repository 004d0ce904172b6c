import type { DotStamp } from './dotGeometry.ts';
import { MAX_DELAY } from './dots.ts';
import type { PixelBuffer } from './drawDots.ts';
import type { RingKeys } from './ringKeys.ts';

/** Plan time at which each key leaves its old place and is at its new one; a key that no step carries is always there. */
export interface KeyTimes {
  readonly leaves: Float32Array;
  readonly arrives: Float32Array;
  /** Little-endian RGBA words; 0 = not drawn. */
  readonly colourFrom: Uint32Array;
  readonly colourTo: Uint32Array;
}

/** Where the dots of keys are in one frame and buffer: top left corners in device px, and first pixels, -1 = outside. */
export interface KeyPlaces {
  readonly left: Float32Array;
  readonly top: Float32Array;
  readonly start: Int32Array;
}

/** What keys are drawn on. `ratio`: device px a CSS px. */
export interface KeyCanvas {
  readonly buffer: PixelBuffer;
  readonly dot: DotStamp;
  readonly ratio: number;
}

/** Looks up the colour of each key's nodes. `colours`: a word a node. A key that keeps its place changes colour in one go. */
export function timeKeys(keys: RingKeys, colours: Uint32Array): KeyTimes {
  const { count, step, delay, fromNode, toNode, moves } = keys;
  const times = {
    leaves: new Float32Array(count),
    arrives: new Float32Array(count),
    colourFrom: new Uint32Array(count),
    colourTo: new Uint32Array(count),
  };
  const way = 1 - MAX_DELAY;
  for (let i = 0; i < count; i++) {
    const start = step[i]! < 0 ? Number.NEGATIVE_INFINITY : step[i]! + delay[i]!;
    times.leaves[i] = moves ? start : start + way / 2;
    times.arrives[i] = moves ? start + way : start + way / 2;
    times.colourFrom[i] = fromNode[i]! < 0 ? 0 : colours[fromNode[i]!]!;
    times.colourTo[i] = toNode[i]! < 0 ? 0 : colours[toNode[i]!]!;
  }
  return times;
}
