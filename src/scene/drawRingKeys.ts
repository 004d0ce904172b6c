import { bentPoint } from './bend.ts';
import { type CrossingKeys, drawCrossingKeys, prepareCrossingKeys } from './crossingKeys.ts';
import type { DotStamp } from './dotGeometry.ts';
import { type PixelBuffer, stampStart } from './drawDots.ts';
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

function placeAll(places: Float32Array, depth: Float32Array, bent: BentFrame, canvas: KeyCanvas): KeyPlaces {
  const { buffer, dot, ratio } = canvas;
  const left = new Float32Array(places.length);
  const top = new Float32Array(places.length);
  const start = new Int32Array(places.length);
  const { inner, outer } = bent.keys;
  const corner = 0.5 - dot.stampSize / 2;
  for (let i = 0; i < places.length; i++) {
    const point = bentPoint(bent.strip, places[i]!, outer + (inner - outer) * depth[i]!);
    left[i] = point.x * ratio + corner;
    top[i] = point.y * ratio + corner;
    start[i] = stampStart(buffer, dot, left[i]! - corner, top[i]! - corner);
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
