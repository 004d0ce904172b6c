import { describe, expect, test } from 'vitest';
import { createEngineClient } from '../../../src/engine/client.ts';
import type { Counter, Kernel } from '../../../src/engine/kernel.ts';
import { Cancelled, Superseded } from '../../../src/engine/pool.ts';
import type { EngineProgress } from '../../../src/engine/protocol.ts';
import { binsOf } from '../../../src/engine/tallies.ts';
import type { KeySpec } from '../../../src/keys/keySpec.ts';
import { answer, layout, request, series, uniform } from './fixtures.ts';
import { createFakePorts, createHostPorts, type TestPorts } from './ports.ts';

/** Enough rows for 7 workers, of a kind that is quick to count. */
const rows = 7_000_123;
const serial = series(rows, -3_000_000);
const text: KeySpec = {
  columns: [
    { name: 'tenant', type: 'int4', source: { kind: 'zipf', tenants: 50, s: 1 } },
    { name: 'id', type: 'text', source: { kind: 'text', prefix: 'k-', start: 1, pad: 0 } },
  ],
  rows: 150_000,
  seed: 9,
};

/** Starts as many workers as a large count would, also for few rows. */
function pool({ open }: TestPorts, workers: number, grain: number) {
  return createEngineClient({ open, workers, grain });
}

describe('a pool of workers', () => {
  const asked = request(serial, uniform(8), [uniform(12), uniform(4095), layout('65535:0 65535:7')], 50);
  const whole = answer(asked);

  test.each([
    [1, 2 ** 20],
    [2, 2 ** 20],
    [3, 99_991],
    [7, 2 ** 20],
    [7, 12_345],
  ])('of %i, with chunks of multiples of %i rows, counts what one thread counts', async (workers, grain) => {
    const ports = createHostPorts();
    const { elapsedMs, workers: counted, kernels, ...counts } = await pool(ports, workers, grain).run(asked);
    expect(counts).toEqual(whole);
    expect(ports.ports).toHaveLength(workers);
    expect(counted).toBeGreaterThanOrEqual(1);
    expect(counted).toBeLessThanOrEqual(workers);
    expect(kernels).toEqual(['typescript']);
    expect(elapsedMs).toBeGreaterThan(0);
  });

  test('shares one pass after another', async () => {
    const several = request(series(2 ** 21), uniform(4096), [4095, 4093].map(uniform));
    const progress: EngineProgress[] = [];
    const open = createHostPorts();
    const { changes } = await pool(open, 2, 2 ** 18).run(several, (step) => progress.push(step));
    expect(changes).toEqual(answer(several).changes);
    expect(progress.at(-1)).toMatchObject({ done: 2 ** 21, total: 2 ** 21 });
  });

  test('starts no more workers than the work deserves', async () => {
    const ports = createHostPorts();
    const client = pool(ports, 8, 2 ** 20);
    await client.run(request(series(100_000), uniform(8), [uniform(12)]));
    expect(ports.ports).toHaveLength(1);
    await client.run(request(series(3 * 2 ** 20), uniform(8), [uniform(12)]));
    expect(ports.ports).toHaveLength(3);
    await client.run(request(text, uniform(8), [uniform(12)]));
    expect(ports.ports).toHaveLength(3);
  });

  test('counts two columns in small pieces as one thread does', async () => {
    const asked = request(text, uniform(5), [uniform(7)], 10);
    const { changes, sample } = await pool(createHostPorts(), 1, 1009).run(asked);
    expect({ kind: 'count', changes, sample }).toEqual(answer(asked));
  });
});

describe('a crash in the middle', () => {
  const asked = request(serial, uniform(8), [uniform(12)], 10);
  const whole = answer(asked);

  test.each([
    ['while it counts', 'count', 1],
    ['while it counts, the first of the crew', 'count', 0],
    ['when it should give its totals', 'give', 1],
    ['when it is given totals', 'take', 0],
    ['when it should derive the answer', 'derive', 0],
  ] as const)('%s changes no figure', async (_, when, worker) => {
    let crashed = 0;
    const ports = createHostPorts((port, { type }, index) => {
      if (type !== when || crashed > 0) return;
      if (when !== 'count' || index === worker) {
        crashed++;
        queueMicrotask(() => port.crash('killed'));
        port.closed = true;
      }
    });
    const { changes, sample } = await pool(ports, 3, 2 ** 17).run(asked);
    expect({ kind: 'count', changes, sample }).toEqual(whole);
    expect(crashed).toBe(1);
    expect(ports.ports).toHaveLength(4);
  });

  test('of three workers ends the run with their reason, and the next run is right', async () => {
    let crashes = 0;
    const ports = createHostPorts((port, { type }) => {
      if (type !== 'count' || crashes === 3 || port.closed) return;
      crashes++;
      port.closed = true;
      queueMicrotask(() => port.crash(`killed, ${crashes}`));
    });
    const client = pool(ports, 2, 2 ** 17);
    await expect(client.run(asked)).rejects.toThrow('the engine stopped: killed, 3');
    expect((await client.run(asked)).changes).toEqual(whole.changes);
  });

  test('at the start of one of two workers leaves the other to count', async () => {
    const ports = createHostPorts((port, _, index) => {
      if (index !== 1) return;
      port.closed = true;
      queueMicrotask(() => port.crash('the worker could not be started'));
    });
    const reply = await pool(ports, 2, 2 ** 17).run(asked);
    expect(reply).toMatchObject({ changes: whole.changes, workers: 1 });
    expect(ports.ports).toHaveLength(2);
  });
});

describe('a run that is no longer wanted', () => {
  const endless = request(series(1e12), uniform(8), [uniform(12)], 10);
  const small = request(series(1000), uniform(8), [uniform(16)], 10);

  test('stops in all workers when it is cancelled; they count on with the next one', async () => {
    const ports = createHostPorts();
    const client = pool(ports, 3, 2 ** 18);
    const progress: EngineProgress[] = [];
    const run = client.run(endless, (step) => {
      progress.push(step);
      if (progress.length === 3) client.cancel();
    });
    await expect(run).rejects.toThrow(Cancelled);
    expect(progress.at(-1)!.total).toBe(1e12);
    for (const port of ports.ports) expect(port.sent.at(-1)).toMatchObject({ type: 'cancel' });
    expect((await client.run(small)).changes).toEqual(answer(small).changes);
    expect((await client.run(request(series(3 * 2 ** 20), [], [uniform(2)]))).changes[0]!.total).toBe(3 * 2 ** 20);
    expect(ports.ports).toHaveLength(3);
  });

  test('gives way to a later one at once', async () => {
    const client = pool(createHostPorts(), 2, 2 ** 18);
    const run = client.run(endless);
    await new Promise((next) => setTimeout(next, 30));
    const later = client.run(small);
    await expect(run).rejects.toThrow(Superseded);
    expect((await later).changes).toEqual(answer(small).changes);
  });
});

test('counts beyond 32 bits are exact', async () => {
  // A kernel of arithmetic alone: row r falls into bin r mod m, so the right answer is known for a trillion rows.
  const kernel: Kernel = {
    name: 'simd',
    createCounter(_keys, _from, _to, tallies): Counter {
      const [tally] = tallies;
      const modulus = binsOf(tally!);
      const bins = new Uint32Array(modulus);
      let undrained = 0;
      return {
        pieceRows: 2 ** 30,
        count(firstRow, count) {
          undrained += count;
          if (undrained > 2 ** 31) throw new Error(`${undrained} rows without a drain`);
          for (let bin = 0; bin < modulus; bin++) {
            const first = (bin - (firstRow % modulus) + modulus) % modulus;
            bins[bin]! += first >= count ? 0 : Math.floor((count - 1 - first) / modulus) + 1;
          }
        },
        drain(totals) {
          for (const [bin, rows] of bins.entries()) totals[0]![bin]! += rows;
          bins.fill(0);
          undrained = 0;
        },
      };
    },
  };
  const ports = createHostPorts(undefined, { loadKernel: () => Promise.resolve(kernel) });
  const trillion = request(series(1e12), uniform(1), [uniform(3)]);
  const { changes, kernels } = await createEngineClient({ open: ports.open, workers: 3, grain: 2 ** 34 }).run(trillion);
  expect(kernels).toEqual(['simd']);
  expect(changes[0]!.from).toEqual([1e12]);
  expect(changes[0]!.to).toEqual([333_333_333_334, 333_333_333_333, 333_333_333_333]);
  expect(changes[0]!.flows).toHaveLength(3);
});

describe('workers that never answer', () => {
  const asked = request(series(1000), uniform(8), [uniform(12)], 10);

  test.each([
    ['are kept when they were silent for less than 5 s', 4999, 1],
    ['are replaced for the next run when they were silent for 5 s', 5000, 2],
  ])('%s and the run is stopped', async (_what, silence, started) => {
    const ports = createFakePorts();
    let at = 60_000;
    const client = createEngineClient({ open: ports.open, workers: 2, now: () => at });
    const run = client.run(asked);
    at += silence;
    client.cancel();
    await expect(run).rejects.toThrow(Cancelled);
    expect(ports.ports[0]!.closed).toBe(started > 1);
    void client.run(asked).catch(() => undefined);
    expect(ports.ports).toHaveLength(started);
    client.dispose();
  });
});
