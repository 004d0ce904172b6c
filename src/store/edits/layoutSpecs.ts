import type { HashBound } from '../../topology/layout.ts';
import type { LayoutSpec } from '../../topology/layoutSpec.ts';

/** The shortest way to write a set of bounds: `uniform` when all share one modulus and none is missing. */
export function toLayoutSpec(bounds: readonly HashBound[]): LayoutSpec {
  const modulus = bounds[0]?.modulus ?? 1;
  const uniform = bounds.length === modulus && bounds.every((bound) => bound.modulus === modulus);
  if (uniform) return { kind: 'uniform', modulus };
  return { kind: 'mixed', bounds: bounds.map(({ modulus: m, remainder }) => ({ modulus: m, remainder })) };
}

export function partitionCount(spec: LayoutSpec): number {
  return spec.kind === 'uniform' ? spec.modulus : spec.bounds.length;
}

export function hasBound(spec: LayoutSpec, { modulus, remainder }: HashBound): boolean {
  if (spec.kind === 'mixed')
    return spec.bounds.some((bound) => bound.modulus === modulus && bound.remainder === remainder);
  return modulus === spec.modulus && Number.isInteger(remainder) && remainder >= 0 && remainder < modulus;
}
