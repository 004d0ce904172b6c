import { describe, expect, test } from 'vitest';
import { planFractionBins } from '../../../src/hash/fractionBins.ts';

describe('fraction bins', () => {
  test('exist for every modulus up to 23,697', () => {
    for (let modulus = 1; modulus <= 23_697; modulus += modulus < 3000 ? 1 : 97) {
      expect(planFractionBins(modulus), `modulus ${modulus}`).not.toBeNull();
    }
  });

  test.each([23_698, 32_767, 32_769, 2_147_483_647])('are refused where bins would be shared: %d', (modulus) => {
    const plan = planFractionBins(modulus);
    if (modulus === 32_767) expect(plan).not.toBeNull();
    else expect(plan).toBeNull();
  });

  test('put the numbers whose rounding errors are largest into the bin of their remainder', () => {
    for (const modulus of [3, 7, 12, 1000, 1969, 8191, 13_107, 23_697]) {
      const plan = planFractionBins(modulus)!;
      // Limbs of 0 or 65535 give the extremes of the error; neighbours give every remainder.
      for (let pattern = 0; pattern < 16; pattern++) {
        for (let d = 0; d < 50; d++) {
          const [l0, l1, l2, l3] = [0, 1, 2, 3].map((j) => ((pattern >> j) & 1) * 65535) as [
            number,
            number,
            number,
            number,
          ];
          const lo = (l1 * 65536 + Math.abs(l0 - d)) >>> 0;
          const hi = (l3 * 65536 + Math.abs(l2 - 3 * d)) >>> 0;
          const f =
            Math.imul(lo, plan.low) +
            Math.imul(hi, plan.high) +
            Math.imul(lo >>> 16, plan.lowUpper) +
            Math.imul(hi >>> 16, plan.highUpper);
          const n = (BigInt(hi) << 32n) | BigInt(lo);
          expect(plan.remainders[(f | 0) >>> plan.shift], `${n} mod ${modulus}`).toBe(Number(n % BigInt(modulus)));
        }
      }
    }
  });
});
