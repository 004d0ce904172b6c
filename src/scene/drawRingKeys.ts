import { fillBendTable } from './bend.ts';
import { type CrossingKeys, drawCrossingKeys, prepareCrossingKeys } from './crossingKeys.ts';
import type { DotStamp } from './dotGeometry.ts';
import { isDotInside, type PixelBuffer } from './drawDots.ts';
import type { KeyCanvas, KeyPlaces, KeyTimes } from './keyTimes.ts';
import type { BentFrame } from './ringFrame.ts';
import type { RingKeys } from './ringKeys.ts';
import { drawStillKeys, prepareStillKeys, type StillKeys } from './stillKeys.ts';

/** What does not change from frame to frame: the keys, and what can be seen of them on the ring. */
export interface PlacedKeys {
  readonly keys: RingKeys;
  readonly times: KeyTimes;
  readonly seen:
    | { readonly kind: 'still'; readonly still: StillKeys }
    | { readonly kind: 'crossing'; readonly crossing: CrossingKeys };
}

/** Places of the ring that are looked up for all keys; between two of them the line is straight to a 100,000th pixel. */
const LINE_PLACES = 16_384;

function placeAll(places: Float32Array, depth: Float32Array, bent: BentFrame, canvas: KeyCanvas): KeyPlaces {
  const { buffer, dot, ratio } = canvas;
  const line = new Float32Array(4 * LINE_PLACES);
  fillBendTable(bent.strip, LINE_PLACES, ratio, line);
  const left = new Float32Array(places.length);
  const top = new Float32Array(places.length);
  const start = new Int32Array(places.length);
  const outer = bent.keys.outer * ratio;
  const deep = bent.keys.inner * ratio - outer;
  const half = dot.stampSize / 2;
  for (let i = 0; i < places.length; i++) {
    const at = places[i]! * LINE_PLACES - 0.5;
    const before = 4 * Math.min(LINE_PLACES - 2, Math.max(0, Math.floor(at)));
    const share = at - before / 4;
    const offset = outer + deep * depth[i]!;
    const x = line[before]! + line[before + 2]! * offset;
    const y = line[before + 1]! + line[before + 3]! * offset;
    const nextX = line[before + 4]! + line[before + 6]! * offset;
    const nextY = line[before + 5]! + line[before + 7]! * offset;
    left[i] = x + (nextX - x) * share - half + 0.5;
    top[i] = y + (nextY - y) * share - half + 0.5;
    start[i] = isDotInside(buffer, dot, left[i]!, top[i]!) ? (top[i]! | 0) * buffer.width + (left[i]! | 0) : -1;
  }
  return { left, top, start };
}

/** Looks up once a size what a frame would have to look up for every key. */
export function placeRingKeys(keys: RingKeys, times: KeyTimes, bent: BentFrame, canvas: KeyCanvas): PlacedKeys {
  const from = placeAll(keys.xFrom, keys.depth, bent, canvas);
  if (!keys.moves) return { keys, times, seen: { kind: 'still', still: prepareStillKeys(from.start, times, canvas) } };
  const to = placeAll(keys.xTo, keys.depth, bent, canvas);
  return { keys, times, seen: { kind: 'crossing', crossing: prepareCrossingKeys(from, to, times, canvas) } };
}

/**
 * Keys of the ring at plan time t. A key whose place does not change only takes its new node's colour at its turn; others
 * cross the ring. Writes pixels only; allocates nothing.
 */
export function drawRingKeys(buffer: PixelBuffer, dot: DotStamp, { seen }: PlacedKeys, t: number): void {
  if (seen.kind === 'still') drawStillKeys(buffer, dot, seen.still, t);
  else drawCrossingKeys(buffer, dot, seen.crossing, t);
}
