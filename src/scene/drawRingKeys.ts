import { bentPoint } from './bend.ts';
import type { DotStamp } from './dotGeometry.ts';
import { MAX_DELAY } from './dots.ts';
import { type PixelBuffer, stampAt, stampStart } from './drawDots.ts';
import type { BentFrame } from './ringFrame.ts';
import type { RingKeys } from './ringKeys.ts';

/** Plan time at which each key leaves its old place and is at its new one; a key that no step carries is always there. */
export interface KeyTimes {
  readonly leaves: Float32Array;
  readonly arrives: Float32Array;
  /** Little-endian RGBA words; 0 = not drawn. */
  readonly colourFrom: Uint32Array;
  readonly colourTo: Uint32Array;
}

/** Keys in device px of one frame and buffer: what does not change from frame to frame. */
export interface PlacedKeys {
  readonly keys: RingKeys;
  readonly times: KeyTimes;
  readonly xFrom: Float32Array;
  readonly yFrom: Float32Array;
  /** The same arrays when no key changes its place. */
  readonly xTo: Float32Array;
  readonly yTo: Float32Array;
  /** First pixels of the stamps, -1 = outside. */
  readonly startFrom: Int32Array;
  readonly startTo: Int32Array;
}

/**
 * Keys at one plan time as a picture of the straight strip: `across` columns of `deep` colours, outermost first, 0 = none.
 * Bending is drawing it along the line, so a frame costs pixels, not keys: a million keys cover each other many times.
 */
export interface KeyTexture {
  readonly across: number;
  readonly deep: number;
  readonly colours: Uint32Array;
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

interface Canvas {
  readonly buffer: PixelBuffer;
  readonly dot: DotStamp;
  /** Device px a CSS px. */
  readonly ratio: number;
}

function placeAll(places: Float32Array, depth: Float32Array, bent: BentFrame, { buffer, dot, ratio }: Canvas) {
  const x = new Float32Array(places.length);
  const y = new Float32Array(places.length);
  const start = new Int32Array(places.length);
  const { inner, outer } = bent.keys;
  for (let i = 0; i < places.length; i++) {
    const point = bentPoint(bent.strip, places[i]!, outer + (inner - outer) * depth[i]!);
    x[i] = point.x * ratio;
    y[i] = point.y * ratio;
    start[i] = stampStart(buffer, dot, x[i]!, y[i]!);
  }
  return { x, y, start };
}

/** Looks up once a size what a frame would have to look up for every key. */
export function placeRingKeys(keys: RingKeys, times: KeyTimes, bent: BentFrame, canvas: Canvas): PlacedKeys {
  const from = placeAll(keys.xFrom, keys.depth, bent, canvas);
  const to = keys.moves ? placeAll(keys.xTo, keys.depth, bent, canvas) : from;
  return {
    keys,
    times,
    xFrom: from.x,
    yFrom: from.y,
    xTo: to.x,
    yTo: to.y,
    startFrom: from.start,
    startTo: to.start,
  };
}

/**
 * Keys of the ring at plan time t. A key whose place does not change only takes its new node's colour at its turn; others
 * cross the ring. Writes pixels only; allocates nothing.
 */
export function drawRingKeys(buffer: PixelBuffer, dot: DotStamp, placed: PlacedKeys, t: number): void {
  const { startFrom, startTo, xFrom, yFrom, xTo, yTo } = placed;
  const { leaves, arrives, colourFrom, colourTo } = placed.times;
  for (let i = 0; i < startFrom.length; i++) {
    const isThere = t >= arrives[i]!;
    let start = isThere ? startTo[i]! : startFrom[i]!;
    let colour = isThere ? colourTo[i]! : colourFrom[i]!;
    if (!isThere && t > leaves[i]!) {
      const way = (t - leaves[i]!) / (1 - MAX_DELAY);
      const eased = way * way * (3 - 2 * way);
      const x = xFrom[i]! + (xTo[i]! - xFrom[i]!) * eased;
      start = stampStart(buffer, dot, x, yFrom[i]! + (yTo[i]! - yFrom[i]!) * eased);
      colour = colourTo[i]!;
    }
    if (start >= 0 && colour !== 0) stampAt(buffer, dot, start, colour);
  }
}

/** Where keys are on the strip at plan time t, in which colour. Keys under way are at their places on the strip's line. */
export function textureKeys({ keys, times }: PlacedKeys, t: number, across: number, deep: number): KeyTexture {
  const { xFrom, xTo, depth, count } = keys;
  const colours = new Uint32Array(across * deep);
  for (let i = 0; i < count; i++) {
    const leaves = times.leaves[i]!;
    const way = t >= times.arrives[i]! ? 1 : Math.max(0, (t - leaves) / (1 - MAX_DELAY));
    const colour = way === 0 ? times.colourFrom[i]! : times.colourTo[i]!;
    if (colour === 0) continue;
    const place = xFrom[i]! + (xTo[i]! - xFrom[i]!) * way * way * (3 - 2 * way);
    const column = Math.min(across - 1, (place * across) | 0);
    colours[column * deep + Math.min(deep - 1, (depth[i]! * deep) | 0)] = colour;
  }
  return { across, deep, colours };
}

/**
 * The same keys while the strip bends. `table` is the middle line in device px (`fillBendTable`), its places a multiple of
 * the texture's columns; `ratio`: device px a CSS px.
 */
export function drawBentKeys(
  buffer: PixelBuffer,
  dot: DotStamp,
  { across, deep, colours }: KeyTexture,
  bent: { readonly frame: BentFrame; readonly table: Float32Array; readonly ratio: number },
): void {
  const { table, ratio } = bent;
  const { inner, outer } = bent.frame.keys;
  const step = ((inner - outer) * ratio) / deep;
  const stride = table.length / across;
  for (let column = 0; column < across; column++) {
    const at = column * stride;
    const nx = table[at + 2]!;
    const ny = table[at + 3]!;
    const left = table[at]! + nx * (outer * ratio + step / 2);
    const top = table[at + 1]! + ny * (outer * ratio + step / 2);
    for (let row = 0, cell = column * deep; row < deep; row++, cell++) {
      const colour = colours[cell]!;
      if (colour === 0) continue;
      const start = stampStart(buffer, dot, left + nx * step * row, top + ny * step * row);
      if (start >= 0) stampAt(buffer, dot, start, colour);
    }
  }
}
