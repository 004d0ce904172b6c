import { describe, expect, test } from 'vitest';
import { createEngineClient } from '../../../src/engine/client.ts';
import { Cancelled, Superseded } from '../../../src/engine/pool.ts';
import type { EngineProgress, FromWorker } from '../../../src/engine/protocol.ts';
import { answer, request, series, uniform } from './fixtures.ts';
import { createFakePorts, createHostPorts, type TestPort } from './ports.ts';

const asked = request(series(1000), uniform(8), [uniform(12)], 5);
const other = request(series(500), uniform(8), [uniform(16)], 5);

function setup(workers = 1, grain = 100) {
  const { open, ports } = createFakePorts();
  let time = 0;
  const client = createEngineClient({ open, workers, grain, now: () => time });
  const tick = (ms: number): void => {
    time += ms;
  };
  return { client, ports, tick };
}

function typesSentTo(port: TestPort | undefined, id?: number): string[] {
  return (port?.sent ?? []).filter((message) => id === undefined || message.id === id).map(({ type }) => type);
}

const begun = (id: number, at = 0): FromWorker => ({ type: 'begun', id, kernel: 'typescript', at });

function derived(id: number, from = asked): FromWorker {
  const { changes, sample } = answer(from);
  return { type: 'derived', id, changes: changes.map((change, i) => [i, change] as const), sample, at: 7 };
}

describe('the client without workers', () => {
  test('answers in this thread, reports progress and says how it counted', async () => {
    const progress: EngineProgress[] = [];
    const client = createEngineClient({ open: null });
    const { elapsedMs, ...reply } = await client.run(asked, (step) => progress.push(step));
    expect(reply).toEqual({ ...answer(asked), workers: 1, kernels: ['typescript'] });
    expect(elapsedMs).toBeGreaterThanOrEqual(0);
    expect(progress.at(-1)).toMatchObject({ done: 1000, total: 1000 });
  });

  test('lets the latest of several requests win', async () => {
    const client = createEngineClient({ open: null });
    const runs = [client.run(asked), client.run(asked), client.run(other)];
    await expect(runs[0]).rejects.toThrow(Superseded);
    await expect(runs[1]).rejects.toThrow(Superseded);
    expect((await runs[2]!).changes[0]!.total).toBe(500);
  });

  test('works again after a cancel', async () => {
    const client = createEngineClient({ open: null });
    const run = client.run(asked);
    client.cancel();
    await expect(run).rejects.toThrow(Cancelled);
    expect((await client.run(other)).changes[0]!.total).toBe(500);
  });

  test('answers nothing after it is disposed of', async () => {
    const client = createEngineClient({ open: null });
    const run = client.run(asked);
    client.dispose();
    await expect(run).rejects.toThrow(Cancelled);
    await expect(client.run(asked)).rejects.toThrow(Cancelled);
  });

  test('refuses what the page must not ask, naming the value', async () => {
    const client = createEngineClient({ open: null });
    await expect(client.run(request(series(0), [], []))).rejects.toThrow(/keyRows.*0/);
    await expect(client.run(request(series(1), [], [], -1))).rejects.toThrow('sample size -1');
    await expect(client.run(request(series(1), uniform(4097), []))).rejects.toThrow('4097 partitions');
    await expect(client.run(request(series(1), [], [[{ modulus: 65_537, remainder: 0 }]]))).rejects.toThrow('65537');
    expect((await client.run(other)).changes[0]!.total).toBe(500);
  });

  test('samples evenly spaced rows, also where there is nothing to count', async () => {
    const client = createEngineClient({ open: null });
    const reply = await client.run(request(series(1000), uniform(2), [], 8));
    expect(reply).toMatchObject({
      changes: [],
      sample: { rows: Float64Array.of(0, 125, 250, 375, 500, 625, 750, 875) },
    });
  });
});

describe('the client with one worker', () => {
  test('starts it early when asked to, and lets the first run have it', async () => {
    const { client, ports } = setup();
    client.warm();
    expect(ports.map(({ sent }) => sent)).toEqual([[]]);
    void client.run(other);
    expect(ports).toHaveLength(1);
    expect(typesSentTo(ports[0])[0]).toBe('begin');
  });

  test('does without one that could not be started early', async () => {
    const { client, ports } = setup();
    client.warm();
    ports[0]!.crash('planted');
    expect((await client.run(other)).changes[0]!.total).toBe(500);
    expect(ports).toHaveLength(1);
  });

  test('starts it with the first run, sends all of a small count at once, and keeps it', async () => {
    const { client, ports } = setup();
    expect(ports).toHaveLength(0);
    const first = client.run(request(series(100), uniform(8), [uniform(12)]));
    expect(typesSentTo(ports[0])).toEqual(['begin', 'count', 'derive']);
    const second = client.run(other);
    await expect(first).rejects.toThrow(Superseded);
    expect(typesSentTo(ports[0], 1).at(-1)).toBe('cancel');
    ports[0]!.receive(begun(2, 3));
    for (const message of ports[0]!.sent) {
      if (message.type === 'count' && message.id === 2)
        ports[0]!.receive({ type: 'counted', id: 2, rows: message.rows, ms: 1 });
    }
    ports[0]!.receive(derived(2, other));
    expect(await second).toEqual({ ...answer(other), elapsedMs: 4, workers: 1, kernels: ['typescript'] });
    expect(ports).toHaveLength(1);
  });

  test('ignores what comes late from an overtaken run', async () => {
    const { client, ports } = setup();
    const seen: string[] = [];
    const first = client.run(asked, () => seen.push('first'));
    const second = client.run(other, () => seen.push('second'));
    await expect(first).rejects.toThrow(Superseded);
    ports[0]!.receive({ type: 'counted', id: 1, rows: 100, ms: 1 });
    ports[0]!.receive(begun(2));
    ports[0]!.receive({ type: 'counted', id: 2, rows: 100, ms: 1 });
    ports[0]!.receive(derived(1));
    ports[0]!.receive({ type: 'failed', id: 2, message: 'out of memory' });
    await expect(second).rejects.toThrow('out of memory');
    expect(seen).toEqual(['second']);
  });

  test('tells it of a cancel', async () => {
    const { client, ports } = setup();
    const run = client.run(asked);
    client.cancel();
    await expect(run).rejects.toThrow(Cancelled);
    expect(ports[0]!.sent.at(-1)).toEqual({ type: 'cancel', id: 1 });
    expect(ports[0]!.closed).toBe(false);
  });

  test('tells progress at most every 100 ms, with the speed once it is known, and at the end', async () => {
    const { client, ports, tick } = setup();
    const progress: EngineProgress[] = [];
    void client.run(asked, (step) => progress.push(step)).catch(() => undefined);
    ports[0]!.receive(begun(1));
    const chunk = (): void => ports[0]!.receive({ type: 'counted', id: 1, rows: 100, ms: 32 });
    for (const ms of [100, 40, 40, 40, 180, 100]) {
      tick(ms);
      chunk();
    }
    expect(progress).toEqual([
      { done: 100, total: 1000 },
      { done: 400, total: 1000 },
      { done: 500, total: 1000, perSecond: expect.closeTo(400 / 0.3, 6) },
      { done: 600, total: 1000, perSecond: expect.closeTo(500 / 0.4, 6) },
    ]);
    for (let i = 0; i < 4; i++) chunk();
    expect(progress.at(-1)).toMatchObject({ done: 1000, total: 1000 });
    expect(progress).toHaveLength(5);
  });
});

describe('a lost worker', () => {
  const large = request(series(1000), uniform(8), [uniform(12)]);

  test('is replaced, and its rows are counted by others', async () => {
    const { client, ports } = setup();
    const run = client.run(large);
    ports[0]!.receive(begun(1));
    ports[0]!.receive({ type: 'counted', id: 1, rows: 100, ms: 32 });
    ports[0]!.crash('not enough memory');
    expect(ports[0]!.closed).toBe(true);
    expect(ports).toHaveLength(2);
    const rows = () => ports[1]!.sent.flatMap((message) => (message.type === 'count' ? [message.rows] : []));
    ports[1]!.receive(begun(1));
    for (let done = 0; done < rows().length; done++) {
      ports[1]!.receive({ type: 'counted', id: 1, rows: rows()[done]!, ms: 1 });
    }
    expect(rows().reduce((sum, each) => sum + each)).toBe(1000);
    ports[1]!.receive(derived(1, large));
    expect((await run).changes).toEqual(answer(large).changes);
  });

  test('fails the run when it is the third, with the last reason; the next run works', async () => {
    const { client, ports } = setup();
    const run = client.run(large);
    for (const reason of ['first', 'second', 'third']) {
      ports.at(-1)!.receive(begun(1));
      ports.at(-1)!.crash(reason);
    }
    await expect(run).rejects.toThrow('the engine stopped: third');
    expect(ports.every(({ closed }) => closed)).toBe(true);
    void client.run(asked).catch(() => undefined);
    expect(ports).toHaveLength(4);
    expect(typesSentTo(ports[3])).toContain('begin');
  });

  test('that could never be started leaves the work to this thread', async () => {
    const { client, ports } = setup();
    const run = client.run(large);
    ports[0]!.crash('the worker could not be started');
    expect((await run).changes).toEqual(answer(large).changes);
    expect((await client.run(other)).changes).toEqual(answer(other).changes);
    expect(ports).toHaveLength(1);
  });

  test('that the browser refuses to start leaves the work to this thread', async () => {
    const client = createEngineClient({
      open: () => {
        throw new Error('SecurityError');
      },
      workers: 4,
    });
    expect((await client.run(large)).changes).toEqual(answer(large).changes);
  });

  test('between two runs is simply gone', async () => {
    const { open, ports } = createHostPorts();
    const client = createEngineClient({ open, workers: 1 });
    await client.run(asked);
    ports[0]!.crash('the browser took it');
    expect((await client.run(other)).changes).toEqual(answer(other).changes);
    expect(ports).toHaveLength(2);
  });
});
