import { describe, expect, test } from 'vitest';
import { movedFraction, replayChange } from '../../../src/schemes/bucketHistory.ts';
import { anchor } from '../../../src/schemes/members/anchor.ts';
import { dx } from '../../../src/schemes/members/dx.ts';
import { memento } from '../../../src/schemes/members/memento.ts';
import { equalMembers, type MemberChange } from '../../../src/schemes/nodes.ts';
import { countMoves, nodes } from '../../fixtures/schemeMoves.ts';

function change(before: string, after: string): MemberChange {
  return { before: nodes(before), after: nodes(after) };
}

test('leaving members are removed in the order of their list, and joining ones added after them', () => {
  const calls: string[] = [];
  const removed: number[] = [];
  let next = 4;
  const owners = replayChange(change('a b c d', 'x d y b z'), {
    remove(bucket) {
      calls.push(`remove ${bucket}`);
      removed.push(bucket);
    },
    add() {
      const bucket = removed.pop() ?? next++;
      calls.push(`add ${bucket}`);
      return bucket;
    },
  });
  expect(calls).toEqual(['remove 0', 'remove 2', 'add 2', 'add 0', 'add 4']);
  // Buckets 0 to 4 are y, b, x, d, z.
  expect([...owners]).toEqual([2, 3, 0, 1, 4]);
});

test.each([
  ['a b c d', 'a b c d e', 1 / 5],
  ['a b c d', 'a b c', 1 / 4],
  ['a b c d', 'b x d a', 1 / 4],
  ['a b', 'c d e', 1],
  ['a b c d', 'x a', 3 / 4],
  ['a b c', 'x c y a z', 3 / 5],
])('from %s to %s moves so many', (before, after, fraction) => {
  expect(movedFraction(change(before, after))).toBeCloseTo(fraction, 12);
});

describe.each([anchor, memento, dx])('$id', (scheme) => {
  test('a node that joins as another leaves takes over its keys, and no other moves', () => {
    const { counts } = countMoves(scheme, change('a b c d e', 'x e d c a'), 50_000);
    const paths = counts.map((row) => row.flatMap((count, to) => (count > 0 ? [to] : [])));
    expect(paths).toEqual([[4], [0], [3], [2], [1]]);
  });
});

describe.each([anchor, dx])('$id', (scheme) => {
  test('refuses more nodes than its capacity', () => {
    const grows = { before: equalMembers(8), after: equalMembers(9) };
    expect(scheme.check({ capacity: 9 }, grows)).toBeNull();
    const wrong = { id: 'bucketCapacity', params: { parameter: 'capacity', value: 9, max: 8 } };
    expect(scheme.check({ capacity: 8 }, grows)).toEqual(wrong);
    expect(scheme.check({ capacity: 8 }, { before: grows.after, after: grows.before })).toEqual(wrong);
  });
});

test('memory: two arrays of buckets, an entry for each one removed, a bit for each bucket', () => {
  const leaves = change('a b c d e', 'b d e');
  const bytes = [anchor.prepare({ capacity: 100 }, leaves, 0), memento.prepare({}, leaves, 0)].flatMap((pair) => [
    pair.before.memoryBytes,
    pair.after.memoryBytes,
  ]);
  expect(bytes).toEqual([400, 400, 0, 24]);
  const { before, after } = dx.prepare({ capacity: 100 }, leaves, 0);
  expect([before.memoryBytes, before.lookupSteps, after.lookupSteps]).toEqual([13, 20, 100 / 3]);
});

test('as the last nodes leave one after the other, MementoHash remembers nothing', () => {
  const { after } = memento.prepare({}, change('a b c d e', 'a b c d'), 0);
  expect(after.memoryBytes).toBe(0);
});
