import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyTypes } from '../../../src/hash/keyTypes/keyTypes.ts';
import type { KeySpec } from '../../../src/keys/keySpec.ts';
import { sourcesFor } from '../../../src/keys/sources.ts';
import type { Recipe } from '../../../src/planner/plan.ts';
import { planChange } from '../../../src/planner/planChange.ts';
import { verify } from '../../../src/postgres/verify.ts';
import { compareBounds } from '../../../src/topology/boundOrder.ts';
import type { HashPartition } from '../../../src/topology/layout.ts';
import { orders, uniform } from '../sql/planFixtures.ts';
import { freshDb } from './freshDb.ts';
import { recordingHost, serialKeys, verifyInput } from './verifyFixtures.ts';

/** A complete legal layout: uniform, then some partitions split by one factor. */
const layouts = fc
  .record({ modulus: fc.constantFrom(1, 2, 3, 4, 6), factor: fc.constantFrom(2, 3), picked: fc.array(fc.nat(5)) })
  .map(({ modulus, factor, picked }) =>
    Array.from({ length: modulus }, (_, remainder) => ({ modulus, remainder }))
      .flatMap((bound) =>
        picked.includes(bound.remainder)
          ? Array.from({ length: factor }, (_, i) => ({
              modulus: modulus * factor,
              remainder: bound.remainder + i * modulus,
            }))
          : [bound],
      )
      .map((bound): HashPartition => ({ ...bound, name: `p_${bound.modulus}_${bound.remainder}` }))
      .sort(compareBounds),
  );

describe('planned changes in a real PostgreSQL', () => {
  it('ends every plan between random layouts as predicted, by either recipe', async () => {
    const kinds = new Set<string>();
    const changes = fc.record({ from: layouts, to: layouts, recipe: fc.constantFrom<Recipe>('copy', 'keepHalf') });
    await fc.assert(
      fc.asyncProperty(changes, async ({ from, to, recipe }) => {
        const plan = planChange(from, to, recipe);
        if (!plan.ok) throw new Error(`refused: ${JSON.stringify(plan.error)}`);
        for (const step of plan.value.steps) kinds.add(step.kind);
        const input = verifyInput(plan.value, orders, serialKeys('int8', 300));
        const report = await verify(await freshDb(), { ...input, probes: 50 }, recordingHost().host);
        expect(report).toMatchObject({ verdict: 'pass' });
      }),
      { seed: 20, numRuns: 40 },
    );
    expect([...kinds].sort()).toEqual(['copy', 'drop', 'merge', 'prepare', 'regroup', 'split', 'swap']);
  });

  const columns = keyTypes.flatMap((type) =>
    sourcesFor(type.id).map((source) => [type.id, type.sqlName, source.kind, source.defaults(type.id)] as const),
  );

  it.each(columns)('takes and routes %s (%s) keys of source %s', async (type, sqlType, _, source) => {
    const keys: KeySpec = { columns: [{ name: 'k', type, source }], rows: 2, seed: 4 };
    const rows = type === 'bool' ? 2 : 200;
    const plan = planChange(uniform('a', 3), uniform('b', 6), 'keepHalf');
    if (!plan.ok) throw new Error('refused');
    const table = { schema: null, name: 'orders', keyColumns: [{ name: 'k', sqlType }] };
    const report = await verify(
      await freshDb(),
      verifyInput(plan.value, table, { ...keys, rows }),
      recordingHost().host,
    );
    expect(report).toMatchObject({ verdict: 'pass', rowsInserted: rows });
  });
});
