import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lcm } from '../../../src/lib/integers.ts';
import { nested } from '../../../src/schemes/members/nested.ts';
import { equalMembers, type MemberChange } from '../../../src/schemes/nodes.ts';
import { deviationOf } from '../../fixtures/movement.ts';
import { schemeKeys } from '../../fixtures/schemeKeys.ts';

const KEYS = 2000;
const keys = schemeKeys(KEYS);

function change(before: number, after = before): MemberChange {
  return { before: equalMembers(before), after: equalMembers(after) };
}

/** The leaf of a hash, found level by level; sub-partitions are shared out in turn. */
function slowLeaf(hash: bigint, firstModulus: number, leaves: number): number {
  const part = Number(hash % BigInt(firstModulus));
  const below = Math.ceil((leaves - part) / firstModulus);
  return part + firstModulus * Number(hash % BigInt(below));
}

function filled(firstModulus: number, leaves: number): string[] {
  const { after } = nested.prepare({ firstModulus }, change(leaves), 0);
  const out = new Uint16Array(KEYS);
  after.route(keys, KEYS, out);
  const used = [...new Set(out)].sort((a, b) => a - b);
  return used.map((leaf) => `${leaf % firstModulus}.${Math.floor(leaf / firstModulus)}`);
}

test('of 4 x 4 leaves only those with one remainder at both levels have rows', () => {
  expect(filled(4, 16)).toEqual(['0.0', '1.1', '2.2', '3.3']);
});

test.each([
  [2, 2, 2],
  [4, 2, 4],
  [2, 4, 4],
  [4, 6, 12],
  [6, 4, 12],
  [8, 8, 8],
  [1, 16, 16],
  [16, 1, 16],
  // Moduli without a common divisor fill all.
  [4, 5, 20],
  [3, 4, 12],
  [2, 3, 6],
])('of %i x %i leaves %i have rows', (firstModulus, below, expected) => {
  const found = filled(firstModulus, firstModulus * below);
  expect(found).toHaveLength(expected);
  expect(expected).toBe(lcm(firstModulus, below));
});

test('keys go down level by level, whatever the number of leaves; arcs are of the leaves that have some', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 40 }), (firstModulus, more) => {
      const leaves = firstModulus + more;
      const { after } = nested.prepare({ firstModulus }, change(leaves), 0);
      const out = new Uint16Array(KEYS);
      after.route(keys, KEYS, out);
      const wrong = out.findIndex((leaf, i) => {
        const hash = (BigInt(keys.hi[i]!) << 32n) | BigInt(keys.lo[i]!);
        return leaf !== slowLeaf(hash, firstModulus, leaves);
      });
      expect(wrong).toBe(-1);
      expect(new Set(after.circle!.arcs.owners)).toEqual(new Set(out));
    }),
    { numRuns: 40, seed: 5 },
  );
});

test('one more leaf moves rows of one partition only', () => {
  // Of partition 0, one half of the rows, all are in 0.0 of two sub-partitions; two thirds leave it when there are three.
  expect(nested.prepare({ firstModulus: 2 }, change(4, 5), 0).theory.fraction).toBeCloseTo(1 / 3, 12);
  // Twice the sub-partitions of the same key: half of the rows move, and no leaf more has any.
  expect(nested.prepare({ firstModulus: 4 }, change(8, 16), 0).theory.fraction).toBe(1 / 2);
  expect(filled(4, 8)).toHaveLength(4);
});

test('the expected movement is what the remainders of all moduli say', () => {
  const size = fc.integer({ min: 0, max: 8 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 4 }), size, size, (firstModulus, more, other) => {
      const [before, after] = [firstModulus + more, firstModulus + other];
      const all = 2520; // = lcm(1 .. 10)
      let moved = 0;
      for (let x = 0; x < all; x++) {
        if (slowLeaf(BigInt(x), firstModulus, before) !== slowLeaf(BigInt(x), firstModulus, after)) moved++;
      }
      const { fraction } = nested.prepare({ firstModulus }, change(before, after), 0).theory;
      expect(fraction).toBeCloseTo(moved / all, 12);
    }),
    { numRuns: 40, seed: 3 },
  );
});

test.each([
  [2, 4, 6],
  [3, 20, 13],
])('a million keys move as theory expects: first modulus %i, %i to %i leaves', (firstModulus, before, after) => {
  expect(Math.abs(deviationOf(nested, { firstModulus }, change(before, after)))).toBeLessThan(4);
});

test('fewer leaves than partitions are refused, with both numbers', () => {
  expect(nested.check({ firstModulus: 4 }, change(3, 8))).toEqual({
    id: 'schemeFewLeaves',
    params: { value: 3, min: 4 },
  });
  expect(nested.check({ firstModulus: 4 }, change(8, 3))?.params).toEqual({ value: 3, min: 4 });
  expect(nested.check({ firstModulus: 4 }, change(4, 5))).toBeNull();
});
