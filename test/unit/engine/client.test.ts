import { describe, expect, test } from 'vitest';
import { Cancelled, createEngineClient, Superseded } from '../../../src/engine/client.ts';
import { createEngineHost, transferOf } from '../../../src/engine/host.ts';
import type { OpenPort } from '../../../src/engine/port.ts';
import type { EngineProgress, FromWorker, ToWorker } from '../../../src/engine/protocol.ts';
import { answer, request, series, uniform } from './fixtures.ts';

const asked = request(series(1000), uniform(8), [uniform(12)], 5);
const other = request(series(500), uniform(8), [uniform(16)], 5);

/** A port that only records: the test plays the engine. */
function createFakePort() {
  const ports: { sent: ToWorker[]; closed: boolean; receive(m: FromWorker): void; crash(reason: string): void }[] = [];
  const open: OpenPort = (receive, crash) => {
    const port = { sent: [] as ToWorker[], closed: false, receive, crash };
    ports.push(port);
    return {
      post: (message) => port.sent.push(message),
      close: () => {
        port.closed = true;
      },
    };
  };
  return { ports, client: createEngineClient(open) };
}

describe('the client without workers', () => {
  test('answers in this thread and reports progress', async () => {
    const progress: EngineProgress[] = [];
    const client = createEngineClient();
    const { elapsedMs, ...reply } = await client.run(asked, (step) => progress.push(step));
    expect(reply).toEqual(answer(asked));
    expect(elapsedMs).toBeGreaterThanOrEqual(0);
    expect(progress.at(-1)).toEqual({ done: 1000, total: 1000 });
  });

  test('lets the latest of several requests win', async () => {
    const client = createEngineClient();
    const first = client.run(asked);
    const second = client.run(asked);
    const third = client.run(other);
    await expect(first).rejects.toThrow(Superseded);
    await expect(second).rejects.toThrow(Superseded);
    expect((await third).changes[0]!.total).toBe(500);
  });

  test('works again after a cancel', async () => {
    const client = createEngineClient();
    const run = client.run(asked);
    client.cancel();
    await expect(run).rejects.toThrow(Cancelled);
    expect((await client.run(other)).changes[0]!.total).toBe(500);
  });

  test('reports a refused request with its reason', async () => {
    const client = createEngineClient();
    await expect(client.run(request(series(0), [], []))).rejects.toThrow('keyRows');
    expect((await client.run(other)).changes[0]!.total).toBe(500);
  });

  test('answers nothing after it is disposed of', async () => {
    const client = createEngineClient();
    const run = client.run(asked);
    client.dispose();
    await expect(run).rejects.toThrow(Cancelled);
    await expect(client.run(asked)).rejects.toThrow(Cancelled);
  });
});

describe('the client with a worker', () => {
  test('starts it with the first run and keeps it', async () => {
    const { ports, client } = createFakePort();
    expect(ports).toHaveLength(0);
    const first = client.run(asked);
    const second = client.run(other);
    await expect(first).rejects.toThrow(Superseded);
    expect(ports).toHaveLength(1);
    expect(ports[0]!.sent.map((message) => message.type)).toEqual(['run', 'run']);
    const reply = { ...answer(other), elapsedMs: 1 };
    ports[0]!.receive({ type: 'done', id: ports[0]!.sent[1]!.id, reply });
    expect(await second).toBe(reply);
  });

  test('ignores late answers and progress of an overtaken run', async () => {
    const { ports, client } = createFakePort();
    const seen: string[] = [];
    const first = client.run(asked, () => seen.push('first'));
    const second = client.run(other, () => seen.push('second'));
    await expect(first).rejects.toThrow(Superseded);
    const [old, latest] = ports[0]!.sent.map((message) => message.id);
    ports[0]!.receive({ type: 'progress', id: old!, progress: { done: 1, total: 2 } });
    ports[0]!.receive({ type: 'progress', id: latest!, progress: { done: 1, total: 2 } });
    ports[0]!.receive({ type: 'done', id: old!, reply: { ...answer(asked), elapsedMs: 1 } });
    ports[0]!.receive({ type: 'failed', id: latest!, message: 'out of memory' });
    await expect(second).rejects.toThrow('out of memory');
    expect(seen).toEqual(['second']);
  });

  test('rejects when the worker crashes and starts another for the next run', async () => {
    const { ports, client } = createFakePort();
    const run = client.run(asked);
    ports[0]!.crash('not enough memory');
    await expect(run).rejects.toThrow('the engine stopped: not enough memory');
    expect(ports[0]!.closed).toBe(true);
    void client.run(asked).catch(() => {});
    expect(ports).toHaveLength(2);
  });

  test('tells the worker of a cancel', async () => {
    const { ports, client } = createFakePort();
    const run = client.run(asked);
    client.cancel();
    await expect(run).rejects.toThrow(Cancelled);
    expect(ports[0]!.sent[1]).toEqual({ type: 'cancel', id: ports[0]!.sent[0]!.id });
  });
});

describe('the host', () => {
  test('ends every run with exactly one answer, and only the latest with a reply', async () => {
    const posted: FromWorker[] = [];
    const host = createEngineHost((message) => posted.push(message), { now: () => 0, pause: () => Promise.resolve() });
    host({ type: 'run', id: 1, request: asked });
    host({ type: 'run', id: 2, request: asked });
    host({ type: 'cancel', id: 1 });
    host({ type: 'run', id: 3, request: other });
    await new Promise((resolve) => setTimeout(resolve, 50));
    const ends = posted.filter((message) => message.type !== 'progress').map(({ type, id }) => `${id} ${type}`);
    expect(ends.sort()).toEqual(['1 cancelled', '2 cancelled', '3 done']);
  });

  test('stops a run between two slices when a cancel arrives', async () => {
    const posted: FromWorker[] = [];
    let time = 0;
    const host = createEngineHost((message) => posted.push(message), {
      now: () => (time += 20),
      pause: () => new Promise((resolve) => setTimeout(resolve, 0)),
    });
    host({ type: 'run', id: 1, request: request(series(100_000, 1, 'text'), uniform(8), [uniform(12)]) });
    while (!posted.some((message) => message.type === 'progress')) await new Promise((next) => setTimeout(next, 0));
    host({ type: 'cancel', id: 1 });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(posted.at(-1)).toEqual({ type: 'cancelled', id: 1 });
    expect(posted.some((message) => message.type === 'done')).toBe(false);
  });

  test('hands the sample over without copying', () => {
    const reply = { ...answer(asked), elapsedMs: 0 };
    const { rows, hashHi, hashLo } = reply.sample;
    expect(transferOf({ type: 'done', id: 1, reply })).toEqual([rows.buffer, hashHi.buffer, hashLo.buffer]);
    expect(transferOf({ type: 'cancelled', id: 1 })).toEqual([]);
  });
});
