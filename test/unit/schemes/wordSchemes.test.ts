import { expect, test } from 'vitest';
import { shortHash } from '../../../src/hash/textEntry.ts';
import { gcd } from '../../../src/lib/integers.ts';
import { pathman } from '../../../src/schemes/members/pathman.ts';
import { poc2017 } from '../../../src/schemes/members/poc2017.ts';
import { equalMembers, type MemberChange } from '../../../src/schemes/nodes.ts';
import type { Scheme } from '../../../src/schemes/scheme.ts';
import { wordMovement } from '../../../src/schemes/wordMovement.ts';
import { deviationOf } from '../../fixtures/movement.ts';
import { shortKeys } from '../../fixtures/textKeys.ts';

function routeHashes(scheme: Scheme, nodes: number, hashes: readonly number[]): number[] {
  const change = { before: equalMembers(nodes), after: equalMembers(nodes) };
  const out = new Uint16Array(hashes.length);
  scheme.prepare({}, change, 0).before.route(shortKeys(hashes), hashes.length, out);
  return [...out];
}

function routeIntegers(scheme: Scheme, nodes: number, keys: readonly number[]): number[] {
  return routeHashes(
    scheme,
    nodes,
    keys.map((key) => shortHash('int4', String(key))),
  );
}

test('pg_pathman puts 1 to 6 into children 2, 1, 0, 2, 0, 1 of 3', () => {
  expect(routeIntegers(pathman, 3, [1, 2, 3, 4, 5, 6])).toEqual([2, 1, 0, 2, 0, 1]);
});

test('pg_pathman takes the hash as unsigned', () => {
  expect(routeHashes(pathman, 10, [-1, -2147483648, 2147483647, 0])).toEqual([5, 8, 7, 0]);
});

test('the patch of 2017 puts 0 to 20 where its formula says, not where its mail lists them', () => {
  const keys = Array.from({ length: 21 }, (_, i) => i);
  const owners = routeIntegers(poc2017, 3, keys);
  const rows = [0, 1, 2].map((partition) => keys.filter((key) => owners[key] === partition));
  expect(rows).toEqual([
    [0, 7, 14, 15, 20],
    [2, 3, 5, 6, 11, 12, 17, 18, 19],
    [1, 4, 8, 9, 10, 13, 16],
  ]);
  expect(poc2017.notes).toContain('pocListing');
});

test('the hash -2147483648 has the absolute value 2147483648', () => {
  expect(shortHash('int4', '-1995148554')).toBe(-2147483648);
  expect(routeHashes(poc2017, 1000, [-2147483648, -7, 7])).toEqual([648, 7, 7]);
});

test('one partition more than declared is refused in the words of the patch and of pg_pathman', () => {
  expect(poc2017.refuseMore?.('h', 3)).toBe('cannot create hash partition more than 3 for h');
  expect(pathman.refuseMore?.('h', 3)).toBe('cannot add new HASH partitions');
});

test.each([
  ['pathman', pathman],
  ['poc2017', poc2017],
] as const)('the number of partitions of %s is fixed: another one moves 1 - gcd / max', (_id, scheme) => {
  expect(scheme.traits({})).toMatchObject({ shrink: 'none', inPlace: false });
  for (let before = 1; before <= 12; before++) {
    for (let after = 1; after <= 12; after++) {
      const change = { before: equalMembers(before), after: equalMembers(after) };
      const expected = 1 - gcd(before, after) / Math.max(before, after);
      const { fraction } = scheme.prepare({}, change, 0).theory;
      expect(fraction).toBeCloseTo(expected, 6);
      // Every hash value is counted, and only once.
      if (before === after) expect(fraction).toBe(0);
    }
  }
});

test('movement counts every hash value once, by name', () => {
  const change: MemberChange = { before: equalMembers(6), after: equalMembers(4).toReversed() };
  // Sixteen hash values stand for 2^32: 0 .. 15.
  const share = 2 ** 32 / 16;
  let moved = 0;
  for (let hash = 0; hash < 16; hash++) {
    if (change.before[hash % 6]!.name !== change.after[hash % 4]!.name) moved++;
  }
  const fraction = wordMovement(change, (residue, multiple) => (Math.floor((15 - residue) / multiple) + 1) * share);
  expect(fraction).toBe(moved / 16);
});

test.each([
  ['pathman', pathman],
  ['poc2017', poc2017],
] as const)('a million keys of %s move as theory expects', (_id, scheme) => {
  for (const [before, after] of [
    [4, 5],
    [8, 12],
  ] as const) {
    const change = { before: equalMembers(before), after: equalMembers(after) };
    expect(Math.abs(deviationOf(scheme, {}, change))).toBeLessThan(4);
  }
});
