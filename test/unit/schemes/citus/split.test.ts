import { describe, expect, test } from 'vitest';
import { isolateTenant } from '../../../../src/schemes/citus/isolate.ts';
import { uniformRanges } from '../../../../src/schemes/citus/ranges.ts';
import { checkSplit, splitShard } from '../../../../src/schemes/citus/split.ts';
import { groupOn } from '../../../fixtures/citusGroups.ts';

const known = new Set([1, 2]);

describe('splitting', () => {
  test('splits colocated shards too, and numbers the children table by table', () => {
    const group = groupOn([1, 1], 8_981_000, ['a', 'b', 'c']);
    const split = splitShard(group, 8_981_004, [-1_073_741_824], [1, 2], 8_981_007, known);
    if (!split.ok) throw new Error(split.error.message);
    const { index, childIds, nextShardId, group: after } = split.value;
    expect(index).toBe(0);
    expect(childIds).toEqual([
      [8_981_007, 8_981_008],
      [8_981_009, 8_981_010],
      [8_981_011, 8_981_012],
    ]);
    expect(nextShardId).toBe(8_981_013);
    expect(after.tables.map(({ shardIds }) => shardIds)).toEqual([
      [8_981_007, 8_981_008, 8_981_001],
      [8_981_009, 8_981_010, 8_981_003],
      [8_981_011, 8_981_012, 8_981_005],
    ]);
    expect(after.nodeIds).toEqual([[1], [2], [1]]);
    expect(after.ranges).toEqual([
      { min: -2_147_483_648, max: -1_073_741_824 },
      { min: -1_073_741_823, max: -1 },
      uniformRanges(2)[1],
    ]);
  });

  test('takes the least value of a range as a point', () => {
    const split = splitShard(groupOn([1], 5), 5, [-2_147_483_648], [1, 1], 6, known);
    expect(split.ok && split.value.children[0]).toEqual({ min: -2_147_483_648, max: -2_147_483_648 });
  });

  // Citus checks copies, then counts, then the range, then the points one by one, then the nodes.
  const parent = { shardId: 9, min: 0, max: 10, replication: 1 };
  test.each([
    ['0A000', { ...parent, replication: 2, max: 0 }, [5], [1]],
    ['42601 Number of worker', { ...parent, max: 0 }, [50], [1]],
    ['42601 Cannot split', { ...parent, max: 0 }, [50], [1, 7]],
    ['42601 Split point -1 is', parent, [-1, 10], [1, 7, 1]],
    ['42601 Invalid split point 10,', parent, [7, 10, 6], [1, 1, 1, 7]],
    ["42601 Invalid Split Points '7' followed by '6'", parent, [7, 6, 11], [1, 1, 1, 7]],
    ["25001 Invalid Node Id '7'.", parent, [5], [1, 7]],
    ["25001 Invalid Node Id '0'.", parent, [5], [0, 7]],
    ["25001 Invalid Node Id '4294967295'.", parent, [5], [-1, 7]],
  ])('is refused with %s', (start, target, points, nodeIds) => {
    const error = checkSplit(target, points, nodeIds, known);
    expect(`${error?.code} ${error?.message}`.startsWith(start), JSON.stringify(error)).toBe(true);
  });

  test('into 64 000 children is allowed, into one more is not', () => {
    const points = Array.from({ length: 64_000 }, (_, index) => index);
    const nodeIds = points.map(() => 1);
    const wide = { ...parent, max: 2_147_483_647 };
    expect(checkSplit(wide, points.slice(1), nodeIds, known)).toBeNull();
    expect(checkSplit(wide, points, [...nodeIds, 1], known)).toEqual({
      code: 'XX000',
      message: "Resulting shard count '64001' with split is greater than max shard count '64000' limit.",
    });
  });

  test('of a shard that is not there is a mistake of the caller', () => {
    expect(() => splitShard(groupOn([1], 5), 6, [0], [1, 1], 7, known)).toThrow(RangeError);
  });
});

describe('isolating a tenant', () => {
  const both = groupOn([1, 2], 10, ['lineitem_streaming', 'Orders']);
  const tenant = { table: 'lineitem_streaming', text: '100', hash: 108_199_381 };

  test('needs CASCADE where tables are colocated', () => {
    expect(isolateTenant(both, tenant, false, 20)).toEqual({
      ok: false,
      error: {
        code: '0A000',
        message: 'cannot isolate tenant because "lineitem_streaming" has colocated tables',
        hint: "Use CASCADE option to isolate tenants for the colocated tables too. Example usage: isolate_tenant_to_new_shard('lineitem_streaming', '100', 'CASCADE')",
      },
    });
    expect(isolateTenant(groupOn([1, 2], 10), { ...tenant, table: 't' }, false, 20).ok).toBe(true);
  });

  test('cannot be done twice', () => {
    const once = isolateTenant(both, tenant, true, 20);
    if (!once.ok) throw new Error(once.error.message);
    const { group } = once.value.split;
    expect(group.nodeIds).toEqual([[1], [2], [2], [2]]);
    expect(isolateTenant(group, { ...tenant, table: 'Orders' }, true, 40)).toEqual({
      ok: false,
      error: { code: '55000', message: 'table "Orders" has already been isolated for the given value' },
    });
  });

  test('is refused with copies, and where no shard holds the hash', () => {
    const copies = {
      ...both,
      nodeIds: [
        [1, 2],
        [2, 1],
      ],
    };
    expect(isolateTenant(copies, tenant, true, 20)).toEqual({
      ok: false,
      error: { code: '0A000', message: 'cannot isolate tenants when using shard replication' },
    });
    const holed = {
      ...both,
      ranges: [
        { min: -5, max: -1 },
        { min: 0, max: 7 },
      ],
    };
    const none = isolateTenant(holed, tenant, true, 20);
    expect(none.ok ? null : none.error.message).toBe('tenant does not have a shard');
  });

  test('from a table that is not there is a mistake of the caller', () => {
    expect(() => isolateTenant(both, { ...tenant, table: 'other' }, true, 20)).toThrow(RangeError);
  });
});
