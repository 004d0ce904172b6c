import { useMemo } from 'react';
import { ringKeyDiameter } from '../../scene/dotRoom.ts';
import type { RingFrame } from '../../scene/ringFrame.ts';
import type { RingKeys } from '../../scene/ringKeys.ts';

/** About `count` keys and their diameter in CSS px. */
export function useRingKeys(
  keysOf: (count: number) => RingKeys,
  count: number,
  frame: RingFrame,
): { readonly keys: RingKeys; readonly diameter: number } {
  const keys = useMemo(() => keysOf(count), [keysOf, count]);
  return { keys, diameter: ringKeyDiameter(keys.count, frame) };
}
