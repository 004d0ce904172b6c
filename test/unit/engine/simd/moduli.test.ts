import { describe, expect, test } from 'vitest';
import { planBins } from '../../../../src/engine/simd/binPlan.ts';
import type { Tally } from '../../../../src/engine/tallies.ts';
import type { KeyColumnSpec } from '../../../../src/keys/keySpec.ts';
import { layout, uniform } from '../fixtures.ts';
import { counterOf, drained, expectedCounts, firstDifference, keysOf, residues, simdKernel } from './reference.ts';

const kernel = await simdKernel();
const ROWS = 20_003;
const consecutive: KeyColumnSpec = { name: 'k', type: 'int8', source: { kind: 'serial', start: 1, stride: 1 } };
const scattered: KeyColumnSpec = { name: 'k', type: 'int4', source: { kind: 'random' } };

/** Counts of one counter of all these moduli, beside the reference's. */
function expectSame(column: KeyColumnSpec, tallies: readonly Tally[], from = uniform(1), to = [uniform(1)]): void {
  const keys = keysOf([column]);
  const counter = counterOf(kernel, keys, tallies, from, to);
  counter.count(5, ROWS);
  const expected = expectedCounts(keys, tallies, [[5, ROWS]], from, to);
  expect(firstDifference(drained(counter, tallies), expected)).toBeNull();
}

const large = [
  4096,
  13_107,
  13_108,
  13_200,
  13_201,
  23_697,
  23_698,
  32_767,
  32_768,
  32_769,
  65_535,
  65_536,
  65_537,
  384_000,
  2 ** 18 - 1,
  2 ** 18,
  2 ** 18 + 1,
  2 ** 21 + 1,
  2 ** 22,
];

test('moduli from 1 to 2100 agree with the reference over stored hashes', () => {
  for (let modulus = 1; modulus <= 2100; modulus += 60) {
    expectSame(
      scattered,
      Array.from({ length: 60 }, (_, i) => residues(modulus + i)),
    );
  }
});

test('moduli from 1 to 2100 in steps of 13 agree with the reference over consecutive keys', () => {
  for (let modulus = 1; modulus <= 2100; modulus += 13) expectSame(consecutive, [residues(modulus)]);
});

test.each(large)('modulus %d agrees with the reference', (modulus) => {
  expectSame(scattered, [residues(modulus)]);
  expectSame(consecutive, [residues(modulus)]);
});

describe('pairs of partitions', () => {
  const pairs: readonly Tally[] = [{ kind: 'pairs', target: 0, bins: 0 }];
  test.each([
    ['of two uniform layouts', uniform(7), uniform(24_001)],
    ['with gaps', layout('4:1 8:3 16:15'), layout('1000:7 1000:8')],
    ['of no partition at all', [], uniform(4)],
    ['of 4096 partitions and 4093', uniform(4096), uniform(4093)],
  ])('%s agree with the reference', (_, from, to) => {
    const bins = (from.length + 1) * (to.length + 1);
    const tallies = [{ ...pairs[0]!, bins } as Tally, residues(12)];
    expectSame(scattered, tallies, from, [to]);
    expectSame(consecutive, tallies, from, [to]);
  });
});

describe('planBins', () => {
  test('accepts every modulus up to 13107 and none from 32769 on', () => {
    for (let modulus = 1; modulus <= 13_107; modulus += modulus < 2100 ? 1 : 53)
      expect(planBins(modulus)).not.toBeNull();
    for (const modulus of [13_106, 13_107]) expect(planBins(modulus)).not.toBeNull();
    for (const modulus of [32_769, 40_000, 2 ** 31 - 1]) expect(planBins(modulus)).toBeNull();
  });

  test('finds the remainder of the hardest hashes in the bin of their sum', () => {
    const words = [0, 1, 0x7fff, 0x8000, 0xffff, 0x1_0000, 0x7fff_ffff, 0x8000_0000, 0xffff_0000, 0xffff_ffff];
    for (const modulus of [1, 3, 7, 641, 999, 1000, 1023, 1969, 2039, 8191, 9973, 13_107]) {
      const plan = planBins(modulus)!;
      for (const hi of words) {
        for (const lo of words) {
          const [x, y] = [(lo ^ 0x8000_0000) | 0, (hi ^ 0x8000_0000) | 0];
          const whole = Math.imul(x, plan.low) + Math.imul(y, plan.high);
          const f = (whole + (x >> 16) * plan.lowUpper + (y >> 16) * plan.highUpper) | 0;
          const remainder = Number(((BigInt(hi) << 32n) | BigInt(lo)) % BigInt(modulus));
          expect(plan.remainders[f >>> (32 - plan.bits)]).toBe(remainder);
        }
      }
    }
  });
});
