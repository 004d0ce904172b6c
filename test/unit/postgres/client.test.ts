import { afterEach, describe, expect, it, vi } from 'vitest';
import { startVerify } from '../../../src/postgres/client.ts';
import type { FromVerifier, ToVerifier, VerifyEvent } from '../../../src/postgres/protocol.ts';
import { endedEarly } from '../../../src/postgres/runVerify.ts';
import { orders, splitPlan } from '../sql/planFixtures.ts';
import { serialKeys, verifyInput } from './verifyFixtures.ts';

const input = verifyInput(splitPlan('keepHalf', 'orders_', 2, 4), orders, serialKeys('int8', 1000));

class FakeWorker {
  static made: FakeWorker[] = [];
  readonly sent: ToVerifier[] = [];
  terminated = false;
  onmessage: ((event: { data: FromVerifier }) => void) | null = null;
  onerror: ((event: { message: string }) => void) | null = null;

  constructor() {
    FakeWorker.made.push(this);
  }

  postMessage(message: ToVerifier): void {
    this.sent.push(message);
  }

  terminate(): void {
    this.terminated = true;
  }
}

const event: VerifyEvent = { phase: 'setup', step: -1, done: 0, total: 1, rowsPerSecond: null, version: '18.6' };

describe('startVerify without workers', () => {
  it('runs here, stops when it is cancelled, and a second run starts clean', { timeout: 240_000 }, async () => {
    const first = startVerify(input, ({ phase, done }) => {
      if (phase === 'step' && done === 1) first.cancel();
    });
    const phases = new Set<string>();
    const second = await first.promise.then(() => startVerify(input, ({ phase }) => phases.add(phase)).promise);
    expect(await first.promise).toMatchObject({ verdict: 'cancelled', rowsInserted: 1000, partitionsCompared: 5 });
    expect(second).toMatchObject({ verdict: 'pass', rowsInserted: 1000, partitionsCompared: 9 });
    expect([...phases]).toEqual(['start', 'setup', 'insert', 'probe', 'step']);
  });
});

describe('startVerify with a worker', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
    FakeWorker.made = [];
  });

  function start() {
    vi.stubGlobal('Worker', FakeWorker);
    const events: VerifyEvent[] = [];
    const run = startVerify(input, (each) => events.push(each));
    return { run, events, worker: FakeWorker.made[0]! };
  }

  it('gives each run a worker and ends it with the report', async () => {
    const { run, events, worker } = start();
    worker.onmessage?.({ data: { type: 'event', event } });
    const report = endedEarly('error');
    worker.onmessage?.({ data: { type: 'report', report } });
    expect(await run.promise).toBe(report);
    expect({ sent: worker.sent, terminated: worker.terminated }).toEqual({
      sent: [{ type: 'run', input }],
      terminated: true,
    });
    expect(events).toEqual([event]);
  });

  it('asks the worker to stop, and stops it itself when it does not answer', async () => {
    vi.useFakeTimers();
    const { run, worker } = start();
    worker.onmessage?.({ data: { type: 'event', event } });
    run.cancel();
    run.cancel();
    expect(worker.sent.slice(1)).toEqual([{ type: 'cancel' }]);
    expect(worker.terminated).toBe(false);
    vi.runAllTimers();
    expect(await run.promise).toMatchObject({ verdict: 'cancelled', version: '18.6' });
    expect(worker.terminated).toBe(true);
  });

  it('reports a worker that cannot be loaded', async () => {
    const { run, worker } = start();
    worker.onerror?.({ message: 'script not found' });
    expect(await run.promise).toMatchObject({ verdict: 'error', error: { message: 'script not found' } });
  });
});
