import { useMemo } from 'react';
import type { KeySample } from '../../engine/protocol.ts';
import { type Dots, dotStride, prepareDots } from '../../scene/dots.ts';
import type { StripFrame } from '../../scene/stripFrame.ts';
import type { StripModel } from '../../scene/stripModel.ts';
import { viewSpan } from '../../scene/zoom.ts';

/** One dot for so many CSS px² of a row: dense enough for a texture, sparse enough for single keys. */
const AREA_PER_DOT = 44;

/** Above this share of a row's area dots are drawn at 2 px. */
const CROWDED = 1 / 24;

/**
 * The dots of the sample, as many as suit the room (more of them the nearer one zooms) or `limit`, and their diameter in
 * CSS px. The stride is a power of two, so that zooming adds dots and keeps the ones there are.
 */
export function useStripDots(
  sample: KeySample,
  model: StripModel,
  frame: StripFrame,
  limit: number | undefined,
): { readonly dots: Dots; readonly diameter: number } {
  const area = (frame.plotWidth * frame.boxHeight) / viewSpan(frame.view);
  const budget = limit ?? area / AREA_PER_DOT;
  const stride = 2 ** Math.ceil(Math.log2(dotStride(sample.hashLo.length, budget)));
  const dots = useMemo(() => prepareDots(sample, model, stride), [sample, model, stride]);
  return { dots, diameter: dots.count / area > CROWDED ? 2 : 3 };
}
