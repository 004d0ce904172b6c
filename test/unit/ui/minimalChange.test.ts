import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findMinimalChange } from '../../../src/views/sql/minimalChange.ts';

describe('findMinimalChange', () => {
  it('finds the differing middle', () => {
    expect(findMinimalChange('MODULUS 8, x', 'MODULUS 16, x')).toEqual({ from: 8, to: 9, insert: '16' });
  });

  it('finds nothing between equal texts', () => {
    expect(findMinimalChange('COMMIT;', 'COMMIT;')).toBeNull();
  });

  it('turns any text into any other', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n') });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const change = findMinimalChange(before, after);
        const result =
          change === null ? before : before.slice(0, change.from) + change.insert + before.slice(change.to);
        expect(result).toBe(after);
      }),
      { seed: 3 },
    );
  });
});
