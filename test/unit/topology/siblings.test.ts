import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Layout } from '../../../src/topology/layout.ts';
import { canMerge, canSplit, mergeCandidates, siblingsOf, splitBound } from '../../../src/topology/siblings.ts';
import { boundsOf, completeLayouts, layoutOf, nameOf, uniform } from '../../fixtures/layouts.ts';

function outcome(result: ReturnType<typeof canSplit>): unknown {
  return result.ok ? boundsOf(result.value) : result.error;
}

function at(layout: Layout, name: string) {
  const found = layout.find((partition) => partition.name === name);
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
}

test('the parts of a bound are spread by its own modulus, the heir first', () => {
  expect(boundsOf(splitBound({ modulus: 8, remainder: 3 }, 2))).toEqual(['(16, 3)', '(16, 11)']);
  expect(boundsOf(splitBound({ modulus: 2, remainder: 1 }, 3))).toEqual(['(6, 1)', '(6, 3)', '(6, 5)']);
});

describe('splitting', () => {
  test('one hot partition leaves the others alone', () => {
    const layout = uniform(4);
    expect(outcome(canSplit(layout, at(layout, 'h_4_1'), 3))).toEqual([
      '(4, 0)',
      '(4, 2)',
      '(4, 3)',
      '(12, 1)',
      '(12, 5)',
      '(12, 9)',
    ]);
  });

  test('is refused in PostgreSQL’s words when the new modulus breaks the chain', () => {
    const layout = layoutOf('8: 0 1 2 4 5 6 7', '16: 3 11');
    expect(outcome(canSplit(layout, at(layout, 'h_8_0'), 3))).toEqual({
      code: '42P17',
      message: 'every hash partition modulus must be a factor of the next larger modulus',
      detail: 'The new modulus 24 is not divisible by 16, the modulus of existing partition "h_16_11".',
    });
  });

  test('is refused beyond the limits', () => {
    const wide = layoutOf('1: 0');
    expect(outcome(canSplit(wide, wide[0]!, 1))).toMatchObject({ id: 'partsOutOfRange', params: { value: 1, min: 2 } });
    expect(outcome(canSplit(wide, wide[0]!, 4097))).toMatchObject({ id: 'partitionsOutOfRange' });
    const deep = layoutOf('65536: 0');
    expect(outcome(canSplit(deep, deep[0]!, 2))).toMatchObject({ id: 'modulusOutOfRange', params: { value: 131072 } });
  });
});

describe('merging', () => {
  test('finds siblings of mixed moduli', () => {
    const layout = layoutOf('2: 1', '4: 0', '8: 2 6');
    expect(boundsOf(siblingsOf(layout, at(layout, 'h_8_2'), 2))).toEqual(['(8, 2)', '(8, 6)']);
    expect(boundsOf(siblingsOf(layout, at(layout, 'h_8_2'), 4))).toEqual(['(4, 0)', '(8, 2)', '(8, 6)']);
    expect(siblingsOf(layout, at(layout, 'h_8_2'), 3)).toEqual([]);
    const gap = layoutOf('4: 0', '8: 2');
    expect(siblingsOf(gap, at(gap, 'h_8_2'), 4)).toEqual([]);
  });

  test('offers every legal coarser bound, the finest first', () => {
    const candidates = mergeCandidates(uniform(12), { modulus: 12, remainder: 7 });
    expect(boundsOf(candidates.map(({ bound }) => bound))).toEqual(['(6, 1)', '(4, 3)', '(3, 1)', '(2, 1)', '(1, 0)']);
    expect(candidates.map(({ parts }) => parts.length)).toEqual([2, 3, 4, 6, 12]);
  });

  test('does not offer a bound that breaks the chain', () => {
    const layout = layoutOf('2: 0', '12: 1 3 5 7 9 11');
    expect(boundsOf(mergeCandidates(layout, at(layout, 'h_12_1')).map(({ bound }) => bound))).toEqual([
      '(6, 1)',
      '(4, 1)',
      '(2, 1)',
      '(1, 0)',
    ]);
  });

  test('does not offer a bound between two moduli that it does not fit', () => {
    const layout = layoutOf('4: 0', '12: 1 2 3 5 6 7 9 10 11');
    const moduli = mergeCandidates(layout, at(layout, 'h_12_1')).map(({ bound }) => bound.modulus);
    expect(moduli).toEqual([4, 2, 1]);
  });

  test('is refused for a missing part, a modulus that divides nothing, and a broken chain', () => {
    const layout = layoutOf('4: 0 1 3');
    expect(outcome(canMerge(layout, at(layout, 'h_4_0'), 2))).toEqual({
      id: 'mergePartMissing',
      params: { modulus: 4, remainder: 2 },
    });
    expect(outcome(canMerge(layout, at(layout, 'h_4_0'), 3))).toEqual({
      id: 'mergeNotDivisor',
      params: { value: 3, modulus: 4 },
    });
    const chain = layoutOf('2: 0', '12: 1 3 5 7 9 11');
    expect(outcome(canMerge(chain, at(chain, 'h_12_1'), 3))).toMatchObject({
      detail: 'The new modulus 3 is not divisible by 2, the modulus of existing partition "h_2_0".',
    });
    const six = layoutOf('4: 0', '12: 1 2 3 5 6 7 9 10 11');
    expect(outcome(canMerge(six, at(six, 'h_12_1'), 6))).toMatchObject({
      detail: 'The new modulus 6 is not divisible by 4, the modulus of existing partition "h_4_0".',
    });
  });

  test('undoes a split', () => {
    fc.assert(
      fc.property(completeLayouts, fc.nat(), fc.integer({ min: 2, max: 4 }), (layout, pick, parts) => {
        const partition = layout[pick % layout.length]!;
        const split = canSplit(layout, partition, parts, nameOf);
        if (!split.ok) return;
        const heir = split.value.find(({ remainder }) => remainder === partition.remainder)!;
        expect(canMerge(split.value, heir, partition.modulus, nameOf)).toEqual({ ok: true, value: layout });
        expect(mergeCandidates(split.value, heir).map(({ bound }) => bound.modulus)).toContain(partition.modulus);
      }),
      { seed: 4 },
    );
  });
});
