import { describe, expect, it } from 'vitest';
import type { KeySpec } from '../../../src/keys/keySpec.ts';
import type { Plan } from '../../../src/planner/plan.ts';
import { verify } from '../../../src/postgres/verify.ts';
import type { TableSpec } from '../../../src/sql/script.ts';
import * as fixture from '../sql/planFixtures.ts';
import { freshDb } from './freshDb.ts';
import { recordingHost, serialKeys, verifyInput } from './verifyFixtures.ts';

const { orders, tableC, weirdTable } = fixture;
const int8 = serialKeys('int8', 5000);
const int4 = serialKeys('int4', 5000);

const tenants: TableSpec = {
  schema: null,
  name: 'tenants',
  keyColumns: [
    { name: 'tenant', sqlType: 'uuid' },
    { name: 'id', sqlType: 'bigint' },
  ],
};
const tenantKeys: KeySpec = {
  columns: [
    { name: 'tenant', type: 'uuid', source: { kind: 'uuidv4' } },
    { name: 'id', type: 'int8', source: { kind: 'random' } },
  ],
  rows: 3000,
  seed: 7,
};
const weirdKeys: KeySpec = {
  columns: [
    { name: 'Select', type: 'int8', source: { kind: 'serial', start: -5, stride: 3 } },
    {
      name: "it's $body1$",
      type: 'text',
      source: { kind: 'text', prefix: 'tab\tline\nreturn\rback\\slash \\N ', start: 1, pad: 0 },
    },
  ],
  rows: 2000,
  seed: 3,
};
const zipfKeys: KeySpec = {
  columns: [{ name: 'k', type: 'int8', source: { kind: 'zipf', tenants: 50, s: 1.1 } }],
  rows: 3000,
  seed: 5,
};

const regroup = fixture.planOf(
  'copy',
  [fixture.part('r2_1', 2, 1), fixture.part('r4_0', 4, 0), fixture.part('r4_2', 4, 2)],
  [fixture.part('r2_1', 2, 1), fixture.part('r6_0', 6, 0), fixture.part('r6_2', 6, 2), fixture.part('r6_4', 6, 4)],
  [
    [
      'regroup',
      [fixture.part('r4_0', 4, 0), fixture.part('r4_2', 4, 2)],
      [fixture.part('r6_0', 6, 0), fixture.part('r6_2', 6, 2), fixture.part('r6_4', 6, 4)],
    ],
  ],
);
const mixedSplit = (recipe: Plan['recipe']): Plan =>
  fixture.planOf(
    recipe,
    [fixture.part('m2_0', 2, 0), fixture.part('m2_1', 2, 1)],
    [fixture.part('m2_1', 2, 1), fixture.part('m4_2', 4, 2), fixture.part('m8_0', 8, 0), fixture.part('m8_4', 8, 4)],
    [
      [
        'split',
        [fixture.part('m2_0', 2, 0)],
        [fixture.part('m4_2', 4, 2), fixture.part('m8_0', 8, 0), fixture.part('m8_4', 8, 4)],
      ],
    ],
  );
const wholeInOne = fixture.mergePlan('copy', 'orders_', 32, 1);

const cases: readonly (readonly [string, Plan, TableSpec, KeySpec])[] = [
  ['8 -> 16, copy', fixture.splitPlan('copy', 'orders_', 8, 16), orders, int8],
  ['8 -> 16, keep half', fixture.splitPlan('keepHalf', 'orders_', 8, 16), orders, int8],
  ['4 -> 12, keep half', fixture.splitPlan('keepHalf', 'orders_', 4, 12), orders, int8],
  ['16 -> 8, copy', fixture.mergePlan('copy', 'orders_', 16, 8), orders, int8],
  ['16 -> 8, keep half', fixture.mergePlan('keepHalf', 'orders_', 16, 8), orders, int8],
  ['32 -> 1, a guard over many tables', wholeInOne, orders, int8],
  ['1 -> 32, keep half', fixture.splitPlan('keepHalf', 'orders_', 1, 32), orders, int8],
  [
    '8 -> 12, rebuild',
    fixture.rebuildPlan(fixture.uniform('orders_8_', 8), fixture.uniform('orders_12_', 12)),
    orders,
    int8,
  ],
  ['the mixed set, c2_0 split by copy', fixture.seedSplit('copy'), tableC, int4],
  ['the mixed set, c2_0 split by keep half', fixture.seedSplit('keepHalf'), tableC, int4],
  ['the mixed set, c2_0 merged by copy', fixture.seedMerge('copy'), tableC, int4],
  ['the mixed set, c2_0 merged by keep half', fixture.seedMerge('keepHalf'), tableC, int4],
  ['a split into two moduli, copy', mixedSplit('copy'), orders, int8],
  ['a split into two moduli, keep half', mixedSplit('keepHalf'), orders, int8],
  ['a regroup', regroup, orders, int8],
  ['unusual names, split by copy', fixture.weirdSplit('copy'), weirdTable, weirdKeys],
  ['unusual names, split by keep half', fixture.weirdSplit('keepHalf'), weirdTable, weirdKeys],
  ['unusual names, merge by copy', fixture.weirdMerge('copy'), weirdTable, weirdKeys],
  ['unusual names, merge by keep half', fixture.weirdMerge('keepHalf'), weirdTable, weirdKeys],
  ['unusual names, rebuild with names used twice', fixture.weirdRebuild, weirdTable, weirdKeys],
  ['two key columns', fixture.splitPlan('keepHalf', 'tenants_', 4, 8), tenants, tenantKeys],
  ['keys that occur many times', fixture.splitPlan('copy', 'orders_', 4, 8), orders, zipfKeys],
];

/** Partitions of every table after the set-up and each step. */
function partitionsToCompare({ kind, from, to, steps }: Plan): number {
  if (kind === 'rebuild') return from.length + (steps.length - 1) * (from.length + to.length) + to.length;
  let live = from.length;
  let sum = live;
  for (const step of steps) {
    live += step.to.length - step.from.length;
    sum += live;
  }
  return sum;
}

describe('verify against a real PostgreSQL', () => {
  it.each(cases)('passes %s', async (_, plan, table, keys) => {
    const { host, events } = recordingHost();
    const report = await verify(await freshDb(), verifyInput(plan, table, keys), host);
    expect(report).toMatchObject({ verdict: 'pass', rowsInserted: keys.rows, sampled: false, rowsWithoutPartition: 0 });
    expect(report.error ?? report.difference).toBeUndefined();
    expect(report.partitionsCompared).toBe(partitionsToCompare(plan));
    // 49 of the 50 tenants are among the 1000 rows that are asked for; a key is asked for once.
    expect(report.keysCompared).toBe(2 * (keys === zipfKeys ? 49 : 1000));
    expect(report.checks).toBe(report.partitionsCompared + report.keysCompared);
    expect(report.elapsedMs.map(({ step }) => step)).toEqual([-1, ...plan.steps.map((step) => step.index)]);
    expect(report.version).toMatch(/^\d+\.\d+/);
    expect(events.at(-1)).toMatchObject({ phase: 'probe', step: plan.steps.length - 1, version: report.version });
  });

  it('uses a stated, evenly spaced sample above the limit', async () => {
    const input = verifyInput(fixture.splitPlan('copy', 'orders_', 2, 4), orders, serialKeys('int8', 10_000));
    const db = await freshDb();
    const report = await verify(db, { ...input, limit: 1000, probes: 10 }, recordingHost().host);
    expect(report).toMatchObject({ verdict: 'pass', sampled: true, rowsInserted: 1000, keysCompared: 20 });
    const [row] = await db.query<{ sum: number; last: number }>(
      'SELECT sum(order_id)::int AS sum, max(order_id)::int AS last FROM orders',
    );
    expect(row).toEqual({ sum: 4_996_000, last: 9991 });
  });

  it('leaves out and counts keys that no old partition takes', async () => {
    const gap = fixture.part('orders_4_1', 4, 1);
    const from = fixture.uniform('orders_4_', 4).filter((partition) => partition.name !== gap.name);
    const plan = fixture.planOf('copy', from, fixture.uniform('orders_4_', 4), [['create', [], [gap]]]);
    const report = await verify(await freshDb(), verifyInput(plan, orders, int8), recordingHost().host);
    expect(report.verdict).toBe('pass');
    expect(report.rowsWithoutPartition).toBeGreaterThan(1000);
    expect(report.rowsInserted + report.rowsWithoutPartition).toBe(int8.rows);
  });
});
