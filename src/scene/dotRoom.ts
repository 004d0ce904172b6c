import { dotStride } from './dots.ts';
import type { RingFrame } from './ringFrame.ts';
import type { StripFrame } from './stripFrame.ts';
import { viewSpan } from './zoom.ts';

/** One dot for so many CSS px² of a row: dense enough for a texture, sparse enough for single keys. */
const AREA_PER_DOT = 44;

/** Above this share of a row's area dots are drawn at 2 px. */
const CROWDED = 1 / 24;

/** Above these shares of the band of a ring its keys are drawn at 2 px, at 1 px. */
const RING_CROWDED = 1 / 12;
const RING_FULL = 1 / 4;

function rowArea({ plotWidth, boxHeight, view }: StripFrame): number {
  return (plotWidth * boxHeight) / viewSpan(view);
}

/**
 * Every how many-th key of the sample the strip draws: as many as suit the room (more of them the nearer one zooms), or
 * `limit`. A power of two, so that zooming adds dots and keeps the ones there are.
 */
export function stripDotStride(sampled: number, frame: StripFrame, limit: number | undefined): number {
  const budget = limit ?? rowArea(frame) / AREA_PER_DOT;
  return 2 ** Math.ceil(Math.log2(dotStride(sampled, budget)));
}

/** Diameter of the strip's dots when there are `count` of them, CSS px. */
export function stripDotDiameter(count: number, frame: StripFrame): number {
  return count / rowArea(frame) > CROWDED ? 2 : 3;
}

/** Diameter of the ring's keys when there are `count` of them, CSS px. */
export function ringKeyDiameter(count: number, { radius, keys }: RingFrame): number {
  const share = count / (Math.PI * ((radius + keys.outer) ** 2 - (radius + keys.inner) ** 2));
  return share > RING_FULL ? 1 : share > RING_CROWDED ? 2 : 3;
}
