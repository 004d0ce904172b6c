import { useMemo } from 'react';
import type { RingFrame } from '../../scene/ringFrame.ts';
import type { RingKeys } from '../../scene/ringKeys.ts';

/** Above these shares of their band's area keys are drawn at 2 px, at 1 px. */
const CROWDED = 1 / 12;
const FULL = 1 / 4;

function bandArea({ radius, keys }: RingFrame): number {
  return Math.PI * ((radius + keys.outer) ** 2 - (radius + keys.inner) ** 2);
}

/** About `count` keys and their diameter in CSS px. */
export function useRingKeys(
  keysOf: (count: number) => RingKeys,
  count: number,
  frame: RingFrame,
): { readonly keys: RingKeys; readonly diameter: number } {
  const keys = useMemo(() => keysOf(count), [keysOf, count]);
  const share = keys.count / bandArea(frame);
  return { keys, diameter: share > FULL ? 1 : share > CROWDED ? 2 : 3 };
}
