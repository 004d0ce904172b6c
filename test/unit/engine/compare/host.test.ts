import { expect, test } from 'vitest';
import { createCompareHost } from '../../../../src/engine/compare/host.ts';
import { type FromCompare, type ToCompare, transferOf } from '../../../../src/engine/compare/protocol.ts';
import { SLICE_MS } from '../../../../src/engine/taskQueue.ts';
import { equalMembers } from '../../../../src/schemes/nodes.ts';
import { series } from '../fixtures.ts';
import { specOf } from './naive.ts';

/** A host whose clock goes on by `ms` each time it is read. */
function setup(ms: number) {
  const posted: FromCompare[] = [];
  const log = { pauses: 0, reads: 0 };
  const host = createCompareHost((message) => posted.push(message), {
    now: () => ms * log.reads++,
    pause: async () => {
      log.pauses++;
      await new Promise((next) => setTimeout(next));
    },
  });
  const until = async (type: FromCompare['type']): Promise<void> => {
    while (!posted.some((message) => message.type === type)) await new Promise((next) => setTimeout(next));
  };
  return { host, posted, log, until };
}

function begin(id: number, rows: number): ToCompare {
  const change = { before: equalMembers(3), after: equalMembers(4) };
  return { type: 'begin', id, part: { kind: 'lanes', keys: series(rows), change, lanes: [[specOf('modulo')]] } };
}

test('work rests within a slice, and stops at the next rest when it is cancelled', async () => {
  // A lookup seems to take 1.5 milliseconds, more than a block should: blocks stay small.
  const { host, posted, log, until } = setup(1.5);
  host(begin(1, 1e9));
  await until('begun');
  const before = log.pauses;
  const reads = log.reads;
  host({ type: 'count', id: 1, lane: 0, first: 0, rows: 1e9 });
  while (log.pauses < before + 10) await new Promise((next) => setTimeout(next));
  host({ type: 'cancel', id: 1 });
  expect((log.reads - reads) * 1.5).toBeLessThan(14 * (SLICE_MS + 10 * 1.5));
  const { pauses } = log;
  await new Promise((next) => setTimeout(next, 20));
  expect(log.pauses).toBeLessThanOrEqual(pauses + 1);
  expect(posted).toEqual([{ type: 'begun', id: 1 }]);
});

test('totals are handed over once, and their buffers are not copied', async () => {
  const { host, posted, until } = setup(0);
  host(begin(1, 100));
  host({ type: 'count', id: 1, lane: 0, first: 0, rows: 60 });
  host({ type: 'give', id: 1, lane: 0 });
  host({ type: 'count', id: 1, lane: 0, first: 60, rows: 40 });
  host({ type: 'give', id: 1, lane: 0 });
  while (posted.filter(({ type }) => type === 'totals').length < 2) await new Promise((next) => setTimeout(next));
  const gifts = posted.filter((message) => message.type === 'totals');
  expect(gifts.map(({ totals }) => totals[0]!.cells.reduce((sum, rows) => sum + rows))).toEqual([60, 40]);
  expect(transferOf(gifts[0]!)).toEqual([gifts[0]!.totals[0]!.cells.buffer]);

  for (const { totals } of gifts) host({ type: 'take', id: 1, lane: 0, totals });
  host({ type: 'derive', id: 1, lane: 0 });
  await until('derived');
  const derived = posted.at(-1)!;
  expect(derived).toMatchObject({ type: 'derived', figures: [{ before: { rows: { length: 3 } } }] });
  expect(transferOf(derived)).toHaveLength(5);
});

test('an answer without all rows is a failure that names both numbers', async () => {
  const { host, posted, until } = setup(0);
  host(begin(1, 100));
  host({ type: 'count', id: 1, lane: 0, first: 0, rows: 99 });
  host({ type: 'derive', id: 1, lane: 0 });
  await until('failed');
  expect(posted.at(-1)).toEqual({ type: 'failed', id: 1, message: '99 of 100 rows were placed' });
});
