import { describe, expect, test } from 'vitest';
import { randomWord } from '../../../../src/lib/prng.ts';
import { compareAddresses, parseAddress, placeRoundRobin } from '../../../../src/schemes/citus/placement.ts';
import {
  findShard,
  halvingPoint,
  isUniform,
  MAX_HASH,
  MIN_HASH,
  uniformIndex,
  uniformRanges,
} from '../../../../src/schemes/citus/ranges.ts';
import { workers } from '../../../fixtures/citusGroups.ts';

describe('ranges', () => {
  test.each([1, 2, 3, 7, 32, 1000, 63_999, 64_000])('%i of them cover every hash once', (count) => {
    const ranges = uniformRanges(count);
    expect(ranges.length).toBe(count);
    expect(ranges[0]!.min).toBe(MIN_HASH);
    expect(ranges.at(-1)!.max).toBe(MAX_HASH);
    expect(ranges.findIndex(({ min }, i) => i > 0 && min !== ranges[i - 1]!.max + 1)).toBe(-1);
    for (const [index, { min, max }] of ranges.entries()) {
      if (uniformIndex(min, count) !== index || uniformIndex(max, count) !== index) throw new Error(`range ${index}`);
    }
  });

  test('that were split are searched, and agree with a scan', () => {
    const ranges = uniformRanges(5).toSpliced(1, 1, { min: -1288490189, max: -1000 }, { min: -999, max: -429496732 });
    const split = uniformRanges(5).flatMap((range, index) => {
      const point = halvingPoint(range)!;
      return index % 2 === 0
        ? [range]
        : [
            { min: range.min, max: point },
            { min: point + 1, max: range.max },
          ];
    });
    expect(isUniform(ranges)).toBe(false);
    expect(isUniform(split)).toBe(false);
    for (let i = 0; i < 2000; i++) {
      const hash = randomWord(3, i, 0) | 0;
      expect(findShard(split, hash)).toEqual({
        ok: true,
        value: split.findIndex(({ min, max }) => min <= hash && hash <= max),
      });
    }
  });

  test('with a hole have no shard for a hash in it', () => {
    const holed = uniformRanges(4).toSpliced(2, 1);
    expect(findShard(holed, 5)).toEqual({
      ok: false,
      error: { code: '55000', message: 'could not find shard for partition column value' },
    });
    expect(findShard(holed, MAX_HASH)).toEqual({ ok: true, value: 2 });
    expect(findShard(holed, -1)).toEqual({ ok: true, value: 1 });
  });

  test('are halved at the point below their middle', () => {
    expect(halvingPoint({ min: MIN_HASH, max: MAX_HASH })).toBe(-1);
    expect(halvingPoint({ min: -4, max: -1 })).toBe(-3);
    expect(halvingPoint({ min: 7, max: 7 })).toBeNull();
  });
});

describe('placement', () => {
  test('orders nodes by the bytes of their names, then by port', () => {
    const names = ['worker-2', 'worker-10', 'b:9', 'b:10', 'worker', '\u{1F418}', '\uFF5E', 'Z'];
    const sorted = names.toSorted((a, b) => compareAddresses(parseAddress(a), parseAddress(b)));
    expect(sorted).toEqual(['Z', 'b:9', 'b:10', 'worker', 'worker-10', 'worker-2', '\uFF5E', '\u{1F418}']);
  });

  test.each([
    ['db', 'db', 5432],
    ['db:6000', 'db', 6000],
    ['db:0', 'db:0', 5432],
    ['db:65536', 'db:65536', 5432],
    ['::1:5433', '::1', 5433],
    [':5433', ':5433', 5432],
  ])('reads %s as host %s and port %i', (text, name, port) => {
    expect(parseAddress(text)).toEqual({ name, port });
  });

  test('deals shards and their copies out in turn, over nodes that should have shards', () => {
    const nodes = workers(4, [2]).map((node) => (node.id === 4 ? { ...node, name: 'w10' } : node));
    expect(placeRoundRobin(nodes, 4, 2)).toEqual({
      ok: true,
      value: [
        [1, 4],
        [4, 3],
        [3, 1],
        [1, 4],
      ],
    });
  });

  test('refuses more copies than nodes', () => {
    expect(placeRoundRobin(workers(3, [1]), 4, 3)).toEqual({
      ok: false,
      error: {
        code: '22023',
        message: 'replication_factor (3) exceeds number of worker nodes (2)',
        hint: 'Add more worker nodes or try again with a lower replication factor.',
      },
    });
  });
});
