import { describe, expect, test } from 'vitest';
import { createEngineHost, type HostHooks } from '../../../src/engine/host.ts';
import type { Counter, Kernel } from '../../../src/engine/kernel.ts';
import { type FromWorker, type ToWorker, transferOf } from '../../../src/engine/protocol.ts';
import { planTallies } from '../../../src/engine/tallies.ts';
import { SLICE_MS } from '../../../src/engine/taskQueue.ts';
import { answer, request, series, uniform } from './fixtures.ts';

const asked = request(series(1000), uniform(8), [uniform(12)], 5);

function begin(id: number, keys = asked.keys): ToWorker {
  const tallies = planTallies(asked.from, asked.to)[0]!;
  return { type: 'begin', id, part: { keys, from: asked.from, to: asked.to, tallies } };
}

/** A host with a clock that the test's kernel or the pauses drive; everything it posts is recorded. */
function setup(hooks: Partial<HostHooks> = {}) {
  const posted: FromWorker[] = [];
  const log = { pauses: 0 };
  const host = createEngineHost((message) => posted.push(message), {
    now: () => 0,
    pause: async () => {
      log.pauses++;
      await new Promise((next) => setTimeout(next));
    },
    loadKernel: () => Promise.resolve(null),
    ...hooks,
  });
  const until = async (type: FromWorker['type'], id: number): Promise<void> => {
    while (!posted.some((message) => message.type === type && message.id === id)) {
      await new Promise((next) => setTimeout(next));
    }
  };
  return { host, posted, log, until };
}

describe('the host', () => {
  test('counts what it is told, in order, and derives the answer', async () => {
    const { host, posted, until } = setup();
    host(begin(1));
    host({ type: 'count', id: 1, first: 400, rows: 600 });
    host({ type: 'count', id: 1, first: 0, rows: 400 });
    host({ type: 'derive', id: 1, request: asked });
    await until('derived', 1);
    const { changes, sample } = answer(asked);
    expect(posted).toEqual([
      { type: 'begun', id: 1, kernel: 'typescript', at: 0 },
      { type: 'counted', id: 1, rows: 600, ms: 0 },
      { type: 'counted', id: 1, rows: 400, ms: 0 },
      { type: 'derived', id: 1, changes: [[0, changes[0]]], sample, at: 0 },
    ]);
  });

  test('gives its totals away and begins again at 0; another adds them to its own', async () => {
    const giver = setup();
    giver.host(begin(1));
    giver.host({ type: 'count', id: 1, first: 0, rows: 300 });
    giver.host({ type: 'give', id: 1 });
    giver.host({ type: 'count', id: 1, first: 300, rows: 50 });
    giver.host({ type: 'give', id: 1 });
    while (giver.posted.filter(({ type }) => type === 'totals').length < 2)
      await new Promise((next) => setTimeout(next));
    const gifts = giver.posted.filter((message) => message.type === 'totals');
    expect(gifts.map(({ totals }) => totals[0]!.reduce((sum, rows) => sum + rows))).toEqual([300, 50]);

    const taker = setup();
    taker.host(begin(1));
    for (const { totals } of gifts) taker.host({ type: 'take', id: 1, totals });
    taker.host({ type: 'count', id: 1, first: 350, rows: 650 });
    taker.host({ type: 'derive', id: 1, request: asked });
    await taker.until('derived', 1);
    expect(taker.posted.at(-1)).toMatchObject({ changes: [[0, answer(asked).changes[0]]] });
  });

  test('leaves a run for the next one, and answers only that', async () => {
    const { host, posted, until } = setup();
    host(begin(1));
    host({ type: 'count', id: 1, first: 0, rows: 1000 });
    host(begin(2));
    host({ type: 'count', id: 2, first: 0, rows: 1000 });
    await until('counted', 2);
    expect(posted.map(({ type, id }) => `${type} ${id}`)).toEqual(['begun 2', 'counted 2']);
  });

  test('rests after each slice, and stops at the next rest when it is cancelled', async () => {
    let time = 0;
    const counted: number[] = [];
    const counter: Counter = {
      pieceRows: 10,
      count: (first) => {
        counted.push(first);
        time += 3;
      },
      drain: () => undefined,
    };
    const kernel: Kernel = { name: 'simd', createCounter: () => counter };
    const { host, posted, log, until } = setup({ now: () => time, loadKernel: () => Promise.resolve(kernel) });
    host(begin(1, series(2 ** 20)));
    await until('begun', 1);
    expect(posted).toEqual([{ type: 'begun', id: 1, kernel: 'simd', at: 0 }]);
    const before = log.pauses;
    host({ type: 'count', id: 1, first: 0, rows: 1000 });
    while (log.pauses < before + 4) await new Promise((next) => setTimeout(next));
    host({ type: 'cancel', id: 1 });
    const done = counted.length;
    expect(done).toBeGreaterThan(0);
    await new Promise((next) => setTimeout(next, 20));
    expect(counted).toHaveLength(done);
    expect(done).toBeLessThanOrEqual(4 * Math.ceil(SLICE_MS / 3));
    expect(posted).toHaveLength(1);

    // It is as good as new.
    host(begin(2));
    host({ type: 'count', id: 2, first: 0, rows: 30 });
    await until('counted', 2);
    expect(counted.slice(done)).toEqual([0, 10, 20]);
  });

  test('counts in TypeScript when the kernel cannot be loaded', async () => {
    const { host, posted, until } = setup({ loadKernel: () => Promise.reject(new Error('no WebAssembly')) });
    host(begin(1));
    await until('begun', 1);
    expect(posted[0]).toMatchObject({ kernel: 'typescript' });
  });

  test('answers for few rows before it asks for the kernel, which the next work finds', async () => {
    const counter: Counter = { pieceRows: 1000, count: () => undefined, drain: () => undefined };
    const { host, posted, until } = setup({
      loadKernel: async () => {
        order.push(...posted.map(({ type }) => type), 'asked');
        return { name: 'simd', createCounter: () => counter };
      },
    });
    const order: string[] = [];
    host(begin(1));
    host({ type: 'count', id: 1, first: 0, rows: 1000 });
    host({ type: 'derive', id: 1, request: asked });
    await until('derived', 1);
    host(begin(2));
    await until('begun', 2);
    expect(order).toEqual(['begun', 'counted', 'derived', 'asked']);
    expect(posted.at(-1)).toMatchObject({ type: 'begun', id: 2, kernel: 'simd' });
  });

  test('waits for the kernel when many rows are to be counted, and counts few without it', async () => {
    let arrive: (kernel: Kernel) => void = () => undefined;
    const loadKernel = (): Promise<Kernel> => new Promise((resolve) => (arrive = resolve));
    const { host, posted, until } = setup({ loadKernel });
    host(begin(1));
    await until('begun', 1);
    host(begin(2, series(2 ** 20)));
    await new Promise((next) => setTimeout(next, 20));
    expect(posted).toHaveLength(1);
    const counter: Counter = { pieceRows: 10, count: () => undefined, drain: () => undefined };
    arrive({ name: 'simd', createCounter: () => counter });
    await until('begun', 2);
    host(begin(3));
    await until('begun', 3);
    expect(posted.map((message) => message.type === 'begun' && message.kernel)).toEqual(['typescript', 'simd', 'simd']);
  });

  test('says what failed, and works again', async () => {
    const { host, posted, until } = setup();
    host(begin(1, { ...asked.keys, columns: [] }));
    host({ type: 'count', id: 1, first: 0, rows: 1 });
    await until('failed', 1);
    host(begin(2));
    await until('begun', 2);
    expect(posted.map(({ type, id }) => `${type} ${id}`)).toEqual(['begun 1', 'failed 1', 'begun 2']);
  });
});

test('totals and the sample are handed over without copying', () => {
  const { sample } = answer(asked);
  const derived: FromWorker = { type: 'derived', id: 1, changes: [], sample, at: 0 };
  expect(transferOf(derived)).toEqual([sample.rows.buffer, sample.hashHi.buffer, sample.hashLo.buffer]);
  const totals = [new Float64Array(2), new Float64Array(3)];
  expect(transferOf({ type: 'take', id: 1, totals })).toEqual([totals[0]!.buffer, totals[1]!.buffer]);
  expect(transferOf({ type: 'totals', id: 1, totals })).toHaveLength(2);
  expect(transferOf({ type: 'cancel', id: 1 })).toEqual([]);
});
