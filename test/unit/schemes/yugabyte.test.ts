import { expect, test } from 'vitest';
import { codesOfRanges, evenStarts } from '../../../src/schemes/codeRanges.ts';
import { yugabyte } from '../../../src/schemes/members/yugabyte.ts';
import { equalMembers } from '../../../src/schemes/nodes.ts';
import { rangeCircle } from '../../../src/schemes/rangeCircle.ts';
import { deviationOf } from '../../fixtures/movement.ts';

test.each([
  [3, ['0', '5555', 'aaaa']],
  [6, ['0', '2aaa', '5555', '8000', 'aaaa', 'd555']],
] as const)('%i tablets begin where CreateHashPartitions lets them', (tablets, starts) => {
  expect(evenStarts(tablets, 65_536).map((start) => start.toString(16))).toEqual(starts);
});

test('neighbouring tablets of one node are one arc', () => {
  const owners = codesOfRanges([0, 2, 4, 6], [1, 1, 0, 1], 8);
  expect([...owners]).toEqual([1, 1, 1, 1, 0, 0, 1, 1]);
  const { arcs } = rangeCircle(owners, () => undefined);
  expect([...arcs.starts]).toEqual([0, 1 / 2, 3 / 4]);
  expect([...arcs.owners]).toEqual([1, 0, 1]);
});

test('whole tablets move, as few as a new node needs', () => {
  const change = { before: equalMembers(3), after: equalMembers(4) };
  expect(yugabyte.prepare({ tablets: 24 }, change, 0).theory.fraction).toBeCloseTo(6 / 24, 4);
  expect(yugabyte.prepare({ tablets: 64 }, change, 0).theory.fraction).toBe(16 / 64);
});

test('a tablet counts with the codes it has: the last of three has one more', () => {
  const change = { before: equalMembers(1), after: equalMembers(2) };
  expect(yugabyte.prepare({ tablets: 3 }, change, 0).theory.fraction).toBe(21_846 / 65_536);
});

test('weights are not looked at', () => {
  const members = [1, 5].map((weight, index) => ({ name: `n${index}`, weight }));
  const { after } = yugabyte.prepare({ tablets: 24 }, { before: members, after: members }, 0);
  expect([...after.circle!.arcs.starts]).toEqual([0, 1 / 2]);
});

test('fewer tablets than nodes are refused, with both numbers', () => {
  const change = { before: equalMembers(3), after: equalMembers(4) };
  expect(yugabyte.check({ tablets: 3 }, change)).toEqual({ id: 'schemeFewPartitions', params: { value: 3, min: 4 } });
  expect(yugabyte.check({ tablets: 4 }, change)).toBeNull();
});

test('a million keys move as theory expects', () => {
  const change = { before: equalMembers(5), after: equalMembers(7) };
  expect(Math.abs(deviationOf(yugabyte, { tablets: 37 }, change))).toBeLessThan(4);
});
