import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatLayoutText, parseLayoutText } from '../../../src/topology/layoutText.ts';

const seed001 = [
  { modulus: 2, remainder: 0 },
  { modulus: 4, remainder: 1 },
  { modulus: 4, remainder: 3 },
];

describe('a layout as text', () => {
  it.each([
    '(2, 0) (4, 1) (4, 3)',
    '2:0 4:1 4:3',
    '(2,0),(4,1),(4,3)',
    'FOR VALUES WITH (MODULUS 2, REMAINDER 0); for values with (remainder 1, modulus 4);\nFOR VALUES WITH (MODULUS 4, REMAINDER 3);',
  ])('is read from %s', (text) => {
    expect(parseLayoutText(text)).toEqual({ ok: true, value: seed001 });
  });

  it('is read back as it was written (seed 3)', () => {
    const bound = fc.record({ modulus: fc.integer({ min: 1, max: 65536 }), remainder: fc.nat({ max: 65535 }) });
    fc.assert(
      fc.property(fc.array(bound, { minLength: 1, maxLength: 40 }), (bounds) => {
        expect(parseLayoutText(formatLayoutText(bounds))).toEqual({ ok: true, value: bounds });
      }),
      { seed: 3 },
    );
  });

  it.each(['', '   ', '8', '(2, 0) (4', '(2, 0) & (4, 1)', '(-2, 0)'])(
    'refuses "%s" and names what it could not read',
    (text) => {
      expect(parseLayoutText(text)).toMatchObject({ ok: false, error: { id: 'layoutText' } });
    },
  );

  it('refuses DEFAULT and other bounds in the words of PostgreSQL', () => {
    expect(parseLayoutText('DEFAULT')).toMatchObject({
      error: { code: '42P16', message: 'a hash-partitioned table may not have a default partition' },
    });
    expect(parseLayoutText('FOR VALUES IN (1)')).toMatchObject({
      error: { message: 'invalid bound specification for a hash partition' },
    });
    expect(parseLayoutText('FOR VALUES WITH (MODULUS 4, REMAINDER 4)')).toMatchObject({
      error: { message: 'remainder for hash partition must be less than modulus' },
    });
  });
});
