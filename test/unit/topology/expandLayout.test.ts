import { describe, expect, test } from 'vitest';
import { expandLayout, isLegalLayout } from '../../../src/topology/expandLayout.ts';
import type { HashBound } from '../../../src/topology/layout.ts';
import { checkName, checkPattern, partitionName } from '../../../src/topology/partitionNames.ts';
import { boundsOf, layoutOf, nameOf } from '../../fixtures/layouts.ts';

function mixed(...bounds: readonly (readonly [number, number])[]) {
  const spec = {
    kind: 'mixed' as const,
    bounds: bounds.map(([modulus, remainder]): HashBound => ({ modulus, remainder })),
  };
  const result = expandLayout(spec, nameOf);
  return result.ok ? boundsOf(result.value) : result.error;
}

describe('expandLayout', () => {
  test('names every partition of a uniform layout', () => {
    const result = expandLayout({ kind: 'uniform', modulus: 2 }, (b) =>
      partitionName('{table}_p{remainder}_of_{modulus}', 'Ж', b),
    );
    expect(result).toEqual({
      ok: true,
      value: [
        { modulus: 2, remainder: 0, name: 'Ж_p0_of_2' },
        { modulus: 2, remainder: 1, name: 'Ж_p1_of_2' },
      ],
    });
  });

  test('sorts mixed moduli as PostgreSQL does', () => {
    expect(mixed([4, 3], [2, 0], [4, 1])).toEqual(['(2, 0)', '(4, 1)', '(4, 3)']);
  });

  test('refuses what is beyond the limits, naming value and limit', () => {
    const uniformOf = (modulus: number) => expandLayout({ kind: 'uniform', modulus }, nameOf);
    expect(uniformOf(4096).ok).toBe(true);
    const outOfRange = (value: number) => ({ id: 'partitionsOutOfRange', params: { value, min: 1, max: 4096 } });
    expect(uniformOf(4097)).toEqual({ ok: false, error: outOfRange(4097) });
    expect(uniformOf(0)).toEqual({ ok: false, error: outOfRange(0) });
    expect(uniformOf(2.5)).toEqual({ ok: false, error: outOfRange(2.5) });
    expect(mixed()).toEqual(outOfRange(0));
    expect(mixed([65_536, 0])).toEqual(['(65536, 0)']);
    expect(mixed([65_537, 0])).toEqual({ id: 'modulusOutOfRange', params: { value: 65_537, min: 1, max: 65_536 } });
    expect(mixed([4, -1])).toEqual({ id: 'remainderOutOfRange', params: { value: -1, min: 0, max: 3 } });
  });

  test('refuses illegal sets with PostgreSQL’s words for the first CREATE that fails', () => {
    expect(mixed([2, 0], [4, 1], [4, 0])).toEqual({
      code: '42P17',
      message: 'partition "h_4_0" would overlap partition "h_2_0"',
    });
    expect(mixed([8, 0], [12, 1])).toMatchObject({
      detail: 'The new modulus 12 is not divisible by 8, the modulus of existing partition "h_8_0".',
    });
    expect(mixed([4, 4])).toMatchObject({ message: 'remainder for hash partition must be less than modulus' });
    const twice = expandLayout({ kind: 'uniform', modulus: 2 }, () => 'same');
    expect(twice).toEqual({ ok: false, error: { code: '42P07', message: 'relation "same" already exists' } });
  });

  test('refuses names that PostgreSQL would cut', () => {
    const fits = 'é'.repeat(31);
    expect(expandLayout({ kind: 'uniform', modulus: 1 }, () => `${fits}x`).ok).toBe(true);
    expect(expandLayout({ kind: 'uniform', modulus: 1 }, () => `${fits}xx`)).toEqual({
      ok: false,
      error: { id: 'nameTooLong', params: { value: `${fits}xx`, bytes: 64, max: 63 } },
    });
  });
});

test('a set is illegal when bounds overlap, moduli break the chain or names repeat', () => {
  expect(isLegalLayout(layoutOf('2: 0', '4: 1 3'))).toBe(true);
  expect(isLegalLayout(layoutOf('2: 0', '4: 2'))).toBe(false);
  expect(isLegalLayout(layoutOf('4: 1 1'))).toBe(false);
  expect(isLegalLayout(layoutOf('4: 1', '6: 2'))).toBe(false);
  expect(isLegalLayout(layoutOf('4: 5'))).toBe(false);
  expect(isLegalLayout(layoutOf('4: 0 1').map((partition) => ({ ...partition, name: 'h' })))).toBe(false);
});

describe('name patterns', () => {
  test('need both numbers, so that no two bounds share a name', () => {
    expect(checkPattern('{table}_{modulus}_{remainder}', 'orders')).toBeNull();
    expect(checkPattern('{table}_{remainder}', 'orders')).toEqual({
      id: 'namePatternIncomplete',
      params: { value: '{table}_{remainder}' },
    });
    expect(checkPattern('{table}_{modulus}', 'orders')?.id).toBe('namePatternIncomplete');
  });

  test('need a table name that PostgreSQL keeps', () => {
    expect(checkPattern('{modulus}_{remainder}', '')?.id).toBe('nameEmpty');
    expect(checkPattern('{modulus}_{remainder}', 'x'.repeat(64))?.id).toBe('nameTooLong');
    expect(checkName('x'.repeat(63))).toBeNull();
  });

  test('take other text, dollar signs and braces as they are', () => {
    const bound = { modulus: 8, remainder: 3 };
    expect(partitionName('$& {x} {table} {remainder}/{modulus}', '$1', bound)).toBe('$& {x} $1 3/8');
  });
});
