import fc from 'fast-check';
import { expect, test } from 'vitest';
import { memberIds } from '../../../src/schemes/memberIds.ts';
import { slots } from '../../../src/schemes/members/slots.ts';
import { equalMembers, type MemberChange } from '../../../src/schemes/nodes.ts';
import { firstMap, movedSlots, moveSlots, slotTargets } from '../../../src/schemes/slotMap.ts';
import { deviationOf } from '../../fixtures/movement.ts';

function equal(before: number, after: number): MemberChange {
  return { before: equalMembers(before), after: equalMembers(after) };
}

function movesOf(count: number, change: MemberChange): number {
  const before = firstMap(count, change.before);
  return movedSlots(before, moveSlots(before, change), memberIds(change));
}

function countsOf(map: Uint16Array, members: number): number[] {
  return Array.from({ length: members }, (_, member) => map.filter((owner) => owner === member).length);
}

test.each([
  [16_384, 3, 4, 4096],
  [16_384, 4, 5, 3276],
  [32, 4, 5, 6],
  [32, 2, 3, 10],
  [64, 4, 6, 20],
  [480, 32, 96, 320],
  [480, 96, 32, 320],
  [480, 1, 2, 240],
  [480, 7, 7, 0],
])('of %i partitions, %i to %i nodes move %i', (count, before, after, moves) => {
  expect(movesOf(count, equal(before, after))).toBe(moves);
  expect(slots.prepare({ partitions: count }, equal(before, after), 0).theory).toEqual({
    kind: 'exact',
    fraction: moves / count,
  });
});

const weights = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 });

function weighted(list: readonly number[], skip: number) {
  return list.map((weight, index) => ({ name: `n${index + skip}`, weight }));
}

test('the moves are the bound for the targets, whatever nodes join, leave or change their weight', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 300 }),
      weights,
      weights,
      fc.integer({ min: 0, max: 6 }),
      (count, first, second, skip) => {
        const change = { before: weighted(first, 0), after: weighted(second, skip) };
        const before = firstMap(count, change.before);
        const after = moveSlots(before, change);
        const now = countsOf(after, second.length);
        const held = change.after.map(({ name }) => {
          const place = change.before.findIndex((member) => member.name === name);
          return place < 0 ? 0 : countsOf(before, first.length)[place]!;
        });
        expect(now).toEqual(slotTargets(count, change.after, held));
        const arrivals = now.reduce((sum, target, member) => sum + Math.max(0, target - held[member]!), 0);
        expect(movesOf(count, change)).toBe(arrivals);
      },
    ),
    { numRuns: 300, seed: 5 },
  );
});

/** The fewest moves to any even distribution, by trying every choice of nodes with one slot more. */
function fewestMoves(held: readonly number[], count: number, nodes: number): number {
  const floor = Math.floor(count / nodes);
  let fewest = Number.POSITIVE_INFINITY;
  for (let odd = 0; odd < 2 ** nodes; odd++) {
    const targets = Array.from({ length: nodes }, (_, node) => floor + ((odd >> node) & 1));
    if (targets.reduce((sum, target) => sum + target, 0) !== count) continue;
    fewest = Math.min(
      fewest,
      targets.reduce((sum, target, node) => sum + Math.max(0, target - (held[node] ?? 0)), 0),
    );
  }
  return fewest;
}

test('no even distribution of equal nodes takes fewer moves', () => {
  for (let count = 1; count <= 40; count++) {
    for (let before = 1; before <= 6; before++) {
      for (let after = 1; after <= 7; after++) {
        const held = countsOf(firstMap(count, equalMembers(before)), before).slice(0, after);
        expect(movesOf(count, equal(before, after))).toBe(fewestMoves(held, count, after));
      }
    }
  }
});

test('shares follow the weights, and the largest remainders get the odd partitions', () => {
  const members = weighted([1, 2, 5], 0);
  expect(slotTargets(480, members, [0, 0, 0])).toEqual([60, 120, 300]);
  expect(slotTargets(10, members, [0, 0, 0])).toEqual([1, 3, 6]);
  expect(slotTargets(10, weighted([1, 1, 1], 0), [0, 9, 0])).toEqual([3, 4, 3]);
});

test('a node keeps its lowest partitions, and a new one gets the others in order', () => {
  const before = firstMap(12, equalMembers(2));
  expect([...before]).toEqual([0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1]);
  expect([...moveSlots(before, equal(2, 3))]).toEqual([0, 0, 0, 0, 2, 2, 1, 1, 1, 1, 2, 2]);
});

test('fewer partitions than nodes are refused, with both numbers', () => {
  expect(slots.check({ partitions: 4 }, equal(2, 5))).toEqual({
    id: 'schemeFewPartitions',
    params: { value: 4, min: 5 },
  });
  expect(slots.check({ partitions: 5 }, equal(2, 5))).toBeNull();
});

test.each([
  [480, 4, 5],
  [65_536, 7, 5],
  [31, 3, 4],
])('a million keys move as theory expects: %i partitions, %i to %i nodes', (partitions, before, after) => {
  expect(Math.abs(deviationOf(slots, { partitions }, equal(before, after)))).toBeLessThan(4);
});
