import { useMemo } from 'react';
import type { KeySample } from '../../engine/protocol.ts';
import { stripDotDiameter, stripDotStride } from '../../scene/dotRoom.ts';
import { type Dots, prepareDots } from '../../scene/dots.ts';
import type { StripFrame } from '../../scene/stripFrame.ts';
import type { StripModel } from '../../scene/stripModel.ts';

/** The dots of the sample, as many as suit the room or `limit`, and their diameter in CSS px. */
export function useStripDots(
  sample: KeySample,
  model: StripModel,
  frame: StripFrame,
  limit: number | undefined,
): { readonly dots: Dots; readonly diameter: number } {
  const stride = stripDotStride(sample.hashLo.length, frame, limit);
  const dots = useMemo(() => prepareDots(sample, model, stride), [sample, model, stride]);
  return { dots, diameter: stripDotDiameter(dots.count, frame) };
}
