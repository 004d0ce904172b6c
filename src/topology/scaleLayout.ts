import type { LayoutSpec } from './layoutSpec.ts';
import { splitBound } from './siblings.ts';

/** Every partition split in two: (m, r) becomes (2m, r) and (2m, r + m). */
export function splitEach(spec: LayoutSpec): LayoutSpec {
  if (spec.kind === 'uniform') return { kind: 'uniform', modulus: 2 * spec.modulus };
  return { kind: 'mixed', bounds: spec.bounds.flatMap((bound) => splitBound(bound, 2)) };
}

/**
 * Partitions merged in pairs: (m, r) and (m, r + m/2) become (m/2, r). Where there are no pairs the result is no layout:
 * an odd modulus leaves a fraction, partitions of mixed moduli overlap. expandLayout() refuses both.
 */
export function mergePairs(spec: LayoutSpec): LayoutSpec {
  if (spec.kind === 'uniform') return { kind: 'uniform', modulus: spec.modulus / 2 };
  const merged = spec.bounds.map((bound) => {
    const modulus = bound.modulus / 2;
    return { modulus, remainder: bound.remainder % modulus };
  });
  const unique = new Map(merged.map((bound) => [`${bound.modulus}:${bound.remainder}`, bound]));
  return { kind: 'mixed', bounds: [...unique.values()] };
}
