import { describe, expect, test } from 'vitest';
import { keyedHash } from '../../../../src/schemes/hashes/keyedHash.ts';
import { nameHash } from '../../../../src/schemes/hashes/nameHash.ts';
import { weightedRendezvous } from '../../../../src/schemes/members/weightedRendezvous.ts';
import { equalMembers, type Member } from '../../../../src/schemes/nodes.ts';
import { schemeKeys } from '../../../fixtures/schemeKeys.ts';
import { countMoves, deviations, nodes, routeKeys } from '../../../fixtures/schemeMoves.ts';

const KEYS = 300_000;

test.each([
  ['1, 2 and 5', 'a b=2 c=5'],
  ['far apart', 'a=1000 b=0.5 c=20 d=0.001'],
])('shares are as the weights: %s', (_title, text) => {
  const members = nodes(text);
  const total = members.reduce((sum, { weight }) => sum + weight, 0);
  const { counts } = countMoves(weightedRendezvous, { before: members, after: nodes('x') }, KEYS);
  for (const [index, [count]] of counts.entries()) {
    expect(deviations(count!, KEYS, members[index]!.weight / total), text).toBeLessThan(4);
  }
});

/** The highest score -w / ln u, computed for every node. */
function highest(members: readonly Member[], hi: number, lo: number): number {
  const scores = members.map(({ name, weight }) => {
    const [saltHi, saltLo] = nameHash(name);
    return -weight / Math.log((keyedHash(hi, lo, saltHi, saltLo) + 0.5) / 2 ** 32);
  });
  return scores.indexOf(Math.max(...scores));
}

test('passing over nodes without a logarithm changes no result', () => {
  const members = equalMembers(30).map(({ name }, index) => ({ name, weight: 1.3 ** (index % 11) }));
  const { before } = weightedRendezvous.prepare({}, { before: members, after: members }, 0);
  const keys = schemeKeys(20_000, 5);
  const owners = routeKeys(before, 20_000);
  for (let i = 0; i < 20_000; i++) expect(owners[i]).toBe(highest(members, keys.hi[i]!, keys.lo[i]!));
});

describe('a change of weights moves the least there is', () => {
  test('to the node that grows heavier alone', () => {
    const { counts, pair } = countMoves(
      weightedRendezvous,
      { before: nodes('a b=2 c=3'), after: nodes('a b=4 c=3') },
      KEYS,
    );
    expect([counts[0]![2], counts[1]![0], counts[1]![2], counts[2]![0]]).toEqual([0, 0, 0, 0]);
    expect(pair.theory.fraction).toBeCloseTo(4 / 8 - 2 / 6, 12);
  });

  test('none if all grow alike', () => {
    const { moved, pair } = countMoves(
      weightedRendezvous,
      { before: nodes('a b=2 c=3'), after: nodes('c=15 a=5 b=10') },
      KEYS,
    );
    expect(moved).toBe(0);
    expect(pair.theory.fraction).toBeCloseTo(0, 12);
  });

  test('with many up and down, as the clocks say for each node', () => {
    const change = { before: nodes('a=3 b=1 c=2 d=4'), after: nodes('d=1 c=2 e=3 a=5') };
    const { counts } = countMoves(weightedRendezvous, change, KEYS);
    // a keeps a key with chance 1 / (1 + b: 1/3 + c: 2/3 + d: 4/3 + e: 3/5)
    expect(deviations(counts[0]![3]!, KEYS, 1 / (1 + 1 / 3 + 2 / 3 + 4 / 3 + 3 / 5))).toBeLessThan(4);
    // c: 1 / (1 + a: 5/2 + b: 1/2 + d: 4/2 + e: 3/2)
    expect(deviations(counts[2]![1]!, KEYS, 1 / 7.5)).toBeLessThan(4);
    // d: 1 / (1 + a: 5/1 + b: 1/4 + c: 2/1 + e: 3/1)
    expect(deviations(counts[3]![0]!, KEYS, 1 / 11.25)).toBeLessThan(4);
  });
});
