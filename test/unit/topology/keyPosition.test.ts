import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keyPosition } from '../../../src/topology/keyPosition.ts';
import { stripStart } from '../../../src/topology/stripOrder.ts';
import { keyPositions, randomSample } from '../../fixtures/stripPlan.ts';

const radices = fc.array(fc.constantFrom(2, 3, 5, 7, 11), { maxLength: 6 });
const word = fc.integer({ min: 0, max: 0xffffffff });

function moduliOf(list: readonly number[]): number[] {
  let product = 1;
  return [1, ...list.map((radix) => (product *= radix))];
}

test('a key lies in the box of every modulus of the chain', () => {
  fc.assert(
    fc.property(word, word, radices, (hi, lo, list) => {
      const place = keyPosition(hi, lo, list);
      const hash = (BigInt(hi) << 32n) | BigInt(lo);
      for (const modulus of moduliOf(list)) {
        const start = stripStart({ modulus, remainder: Number(hash % BigInt(modulus)) }, list);
        expect(place).toBeGreaterThan(start);
        expect(place).toBeLessThan(start + 1 / modulus);
      }
    }),
    { numRuns: 500 },
  );
});

test('a key lies in the box of a modulus near 2^32', () => {
  const list = [65521, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2];
  fc.assert(
    fc.property(word, word, (hi, lo) => {
      const remainder = Number(((BigInt(hi) << 32n) | BigInt(lo)) % 65521n);
      expect(Math.floor(keyPosition(hi, lo, list) * 65521)).toBe(remainder);
    }),
  );
});

test('a key stays where it is when the chain of powers of two grows', () => {
  const sample = randomSample(1000);
  const longer = keyPositions(sample, [2, 2, 2, 2, 2]);
  keyPositions(sample, [2, 2, 2]).forEach((place, i) => {
    expect(Math.abs(place - longer[i]!)).toBeLessThan(2 ** -23);
  });
});

test('keys spread inside the box of a single partition', () => {
  const places = keyPositions(randomSample(4000), []);
  const quarters = [0, 0, 0, 0];
  for (const place of places) quarters[Math.floor(place * 4)]!++;
  for (const count of quarters) expect(Math.abs(count - 1000)).toBeLessThan(150);
});
