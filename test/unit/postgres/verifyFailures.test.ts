import { describe, expect, it } from 'vitest';
import type { Db } from '../../../src/postgres/db.ts';
import { runVerify } from '../../../src/postgres/runVerify.ts';
import { verify } from '../../../src/postgres/verify.ts';
import type { TableSpec } from '../../../src/sql/script.ts';
import * as fixture from '../sql/planFixtures.ts';
import { freshDb } from './freshDb.ts';
import { recordingHost, serialKeys, tamper, verifyInput } from './verifyFixtures.ts';

const { orders } = fixture;
const keys = serialKeys('int8', 2000);
const split = fixture.splitPlan('copy', 'orders_', 2, 4);

async function rowsOf(db: Db, table: string): Promise<number | undefined> {
  return (await db.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`))[0]?.n;
}

describe('verify when PostgreSQL and the prediction part', () => {
  it('fails with the partition, the prediction and the count when rows are lost outside the guard', async () => {
    const input = verifyInput(split, orders, keys);
    const script = tamper(input.script, 0, (text) => `${text}DELETE FROM orders_4_2 WHERE order_id <= 100;\n`);
    const { host } = recordingHost();
    const whole = await verify(await freshDb(), input, host);
    const report = await verify(await freshDb(), { ...input, script }, host);
    expect(whole.verdict).toBe('pass');
    expect(report.verdict).toBe('fail');
    expect(report.difference).toMatchObject({ kind: 'rows', step: 0, partition: 'orders_4_2' });
    if (report.difference?.kind !== 'rows') return;
    expect(report.difference.expected).toBeGreaterThan(report.difference.actual ?? 0);
    expect(report.elapsedMs.map(({ step }) => step)).toEqual([-1, 0]);
  });

  it('fails when the predicted layout is not the one the script creates', async () => {
    const input = verifyInput(split, orders, keys);
    const [a, b] = split.from;
    const swapped = [
      { ...a!, name: b!.name },
      { ...b!, name: a!.name },
    ];
    const wrong = { ...input, plan: { ...split, from: swapped } };
    const report = await verify(await freshDb(), wrong, recordingHost().host);
    expect(report).toMatchObject({
      verdict: 'fail',
      partitionsCompared: 1,
      difference: {
        kind: 'bound',
        step: -1,
        partition: b!.name,
        expected: 'FOR VALUES WITH (modulus 2, remainder 0)',
        actual: 'FOR VALUES WITH (modulus 2, remainder 1)',
      },
    });
  });

  it('fails when a partition is missing and when there is one too many', async () => {
    const input = verifyInput(split, orders, keys);
    const missing = tamper(input.script, 1, (text) => `${text}ALTER TABLE orders DETACH PARTITION orders_4_0;\n`);
    const { host } = recordingHost();
    const gone = await verify(await freshDb(), { ...input, script: missing }, host);
    expect(gone.difference).toMatchObject({ kind: 'rows', step: 1, partition: 'orders_4_0', actual: null });

    const plan = fixture.planOf('copy', split.from.slice(0, 1), split.from.slice(0, 1), []);
    const extra = await verify(await freshDb(), { ...input, plan }, host);
    expect(extra.difference).toEqual({ kind: 'rows', step: -1, partition: 'orders_2_1', expected: null, actual: 0 });
  });

  it('fails with the key when the server holds it in another table though all counts agree', async () => {
    const db = await freshDb();
    const other: Db = {
      ...db,
      async query<T>(sql: string) {
        const rows = await db.query<T>(sql);
        return rows.map((row) =>
          'index' in (row as object) && (row as { index: number }).index === 6 ? { ...row, name: 'x' } : row,
        );
      },
    };
    const report = await verify(other, verifyInput(split, orders, keys), recordingHost().host);
    // Probe 6 of 1000 over 2000 rows is row 12, key 13.
    expect(report).toMatchObject({
      verdict: 'fail',
      keysCompared: 7,
      difference: { kind: 'key', step: -1, key: '13', actual: 'x' },
    });
    expect(report.difference?.expected).toMatch(/^orders_2_[01]$/);
  });

  it("fails with the server's words when it refuses a statement", async () => {
    const input = verifyInput(split, orders, keys);
    const script = tamper(input.script, 1, (text) => text.replace('REMAINDER 3', 'REMAINDER 2'));
    const report = await verify(await freshDb(), { ...input, script }, recordingHost().host);
    expect(report).toMatchObject({
      verdict: 'fail',
      error: { step: 1, code: '42P17', message: 'partition "orders_4_3" would overlap partition "orders_4_2"' },
    });
    expect(report.difference).toBeUndefined();
  });

  it('reports an error, not a failure, when the keys cannot be inserted', async () => {
    const table: TableSpec = { ...orders, keyColumns: [{ name: 'order_id', sqlType: 'smallint' }] };
    const input = verifyInput(split, table, serialKeys('int8', 40_000));
    const report = await verify(await freshDb(), input, recordingHost().host);
    expect(report).toMatchObject({ verdict: 'error', rowsInserted: 20_000, error: { code: '22003', step: -1 } });
  });

  it('reports an error when the server cannot be started', async () => {
    const open = () => Promise.reject(new Error('no memory'));
    const report = await runVerify(verifyInput(split, orders, keys), recordingHost().host, open);
    expect(report).toMatchObject({ verdict: 'error', error: { code: 'XX000', message: 'no memory', step: -1 } });
  });

  it.each([
    ['insert', 20_000],
    ['step', 30_000],
  ] as const)('stops during %s when it is cancelled', async (phase, rowsInserted) => {
    const input = verifyInput(split, orders, serialKeys('int8', 30_000));
    const { host, events } = recordingHost((told) => {
      const last = told.at(-1);
      return last?.phase === phase && last.done > 0;
    });
    const report = await verify(await freshDb(), input, host);
    expect(report).toMatchObject({ verdict: 'cancelled', rowsInserted });
    expect(events.at(-1)?.phase).toBe(phase);
    expect(events.some((event) => event.phase === 'step' && event.done === 2)).toBe(false);
  });
});

describe('the guard', () => {
  it.each([
    [
      'a split by copy',
      fixture.splitPlan('copy', 'orders_', 2, 4),
      'INSERT INTO orders SELECT * FROM orders_2_0;',
      'orders_4_2',
    ],
    [
      'a split by keep half',
      fixture.splitPlan('keepHalf', 'orders_', 2, 4),
      'INSERT INTO orders SELECT * FROM gone;',
      'orders_4_2',
    ],
    [
      'a merge by copy',
      fixture.mergePlan('copy', 'orders_', 4, 2),
      'INSERT INTO orders SELECT * FROM orders_4_2;',
      'orders_2_0',
    ],
    [
      'a merge by keep half',
      fixture.mergePlan('keepHalf', 'orders_', 4, 2),
      'INSERT INTO orders SELECT * FROM orders_4_2_old;',
      'orders_2_0',
    ],
  ])('takes %s back when one row is missing', async (_, plan, after, victim) => {
    const input = verifyInput(plan, orders, keys);
    const loss = `DELETE FROM ${victim} WHERE order_id = (SELECT min(order_id) FROM ${victim});`;
    const script = tamper(input.script, 0, (text) => text.replace(after, `${after}\n${loss}`));
    const db = await freshDb();
    const report = await verify(db, { ...input, script }, recordingHost().host);
    expect(report).toMatchObject({ verdict: 'fail', error: { step: 0, code: 'P0004' } });
    expect(report.error?.message).toMatch(/^(\d+) rows expected, \d+ found$/);
    await db.exec('ROLLBACK');
    expect(await rowsOf(db, 'orders')).toBe(keys.rows);
    expect(await rowsOf(db, plan.from[0]!.name)).toBeGreaterThan(0);
  });

  it.each(['copy', 'keepHalf'] as const)(
    'leaves every row in place when a client goes on after the error (%s)',
    async (recipe) => {
      const plan = fixture.mergePlan(recipe, 'orders_', 4, 2);
      const input = verifyInput(plan, orders, keys);
      const db = await freshDb();
      await verify(db, { ...input, plan: { ...plan, steps: [] } }, recordingHost().host);
      const failing = input.script.sections[1]!.text.replace('COMMIT;', 'SELECT 1 / 0;\nCOMMIT;');
      // As psql does without ON_ERROR_STOP: each statement is sent, whatever became of the one before.
      const errors: string[] = [];
      for (const statement of failing.replace(/DO \$\$.*END \$\$;/s, '').split(';\n')) {
        await db.exec(statement).catch((error: Error) => errors.push(error.message));
      }
      expect(errors[0]).toBe('division by zero');
      expect(errors.at(-1)).toBe('table "orders_4_2_old" does not exist');
      expect(await rowsOf(db, 'orders')).toBe(keys.rows);
    },
  );

  it.each(['copy', 'swap'] as const)('takes back the %s of a rebuild', async (kind) => {
    const plan = fixture.rebuildPlan(fixture.uniform('orders_2_', 2), fixture.uniform('orders_3_', 3));
    const input = verifyInput(plan, orders, keys);
    const step = plan.steps.find((each) => each.kind === kind)!.index;
    const change = (text: string): string =>
      kind === 'copy'
        ? text.replace('SELECT * FROM orders_2_0 RETURNING', 'SELECT * FROM orders_2_0 WHERE order_id > 1 RETURNING')
        : text.replace('BEGIN;', 'BEGIN;\nDELETE FROM orders_new WHERE order_id = 2;');
    const db = await freshDb();
    const report = await verify(db, { ...input, script: tamper(input.script, step, change) }, recordingHost().host);
    expect(report).toMatchObject({ verdict: 'fail', error: { step, code: 'P0004' } });
    await db.exec('ROLLBACK');
    expect(await rowsOf(db, 'orders_new')).toBe(kind === 'copy' ? 0 : keys.rows);
    expect(await rowsOf(db, 'orders')).toBe(keys.rows);
  });
});
