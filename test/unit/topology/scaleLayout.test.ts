import { describe, expect, it } from 'vitest';
import { expandLayout } from '../../../src/topology/expandLayout.ts';
import { mergePairs, splitEach } from '../../../src/topology/scaleLayout.ts';

const uniform = (modulus: number) => ({ kind: 'uniform', modulus }) as const;
const mixed = (...pairs: readonly (readonly [number, number])[]) =>
  ({ kind: 'mixed', bounds: pairs.map(([modulus, remainder]) => ({ modulus, remainder })) }) as const;
const nameOf = ({ modulus, remainder }: { modulus: number; remainder: number }) => `t_${modulus}_${remainder}`;

describe('a layout with twice or half as many partitions', () => {
  it('doubles or halves one modulus', () => {
    expect(splitEach(uniform(8))).toEqual(uniform(16));
    expect(mergePairs(uniform(8))).toEqual(uniform(4));
  });

  it('splits each partition of mixed moduli, and merges the parts again', () => {
    const halves = mixed([4, 0], [4, 2], [8, 1], [8, 5], [8, 3], [8, 7]);
    expect(splitEach(mixed([2, 0], [4, 1], [4, 3]))).toEqual(halves);
    expect(mergePairs(halves)).toEqual(mixed([2, 0], [4, 1], [4, 3]));
  });

  it.each([
    ['an odd modulus', uniform(7), { id: 'partitionsOutOfRange', params: { value: 3.5 } }],
    ['one partition', uniform(1), { id: 'partitionsOutOfRange', params: { value: 0.5 } }],
    ['a partition without its pair', mixed([2, 0], [4, 1], [4, 3]), { code: '42P17' }],
    ['an odd modulus among others', mixed([3, 0], [3, 1], [3, 2]), { id: 'modulusOutOfRange', params: { value: 1.5 } }],
  ])('has no halves for %s', (_case, spec, error) => {
    expect(expandLayout(mergePairs(spec), nameOf)).toMatchObject({ ok: false, error });
  });
});
