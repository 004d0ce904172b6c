import { describe, expect, test } from 'vitest';
import type { EngineProgress } from '../../../src/engine/protocol.ts';
import { type BatchHooks, runBatch, SLICE_MS } from '../../../src/engine/runBatch.ts';
import type { KeySpec } from '../../../src/keys/keySpec.ts';
import { answer, request, series, uniform } from './fixtures.ts';

/** Hooks with a clock that advances by `tickMs` each time it is read; everything that happens is recorded. */
function createHooks(tickMs: number, cancelAfterPauses = Number.POSITIVE_INFINITY) {
  let time = 0;
  const log = { progress: [] as EngineProgress[], pauses: 0, slices: [] as number[] };
  let sliceStart = 0;
  const hooks: BatchHooks = {
    now: () => {
      time += tickMs;
      return time;
    },
    async pause() {
      if (log.pauses > 0) log.slices.push(time - sliceStart);
      sliceStart = time;
      log.pauses++;
    },
    isCancelled: () => log.pauses > cancelAfterPauses,
    onProgress: (progress) => log.progress.push(progress),
  };
  return { hooks, log };
}

const uuids: KeySpec = { columns: [{ name: 'k', type: 'uuid', source: { kind: 'uuidv4' } }], rows: 100_000, seed: 1 };

describe('runBatch', () => {
  test.each([
    ['serial', series(1_000_000)],
    ['uuid', uuids],
  ])('gives the same answer for %s keys however it is sliced', async (_, keys) => {
    const asked = request(keys, uniform(8), [uniform(12), uniform(4095)], 100);
    const whole = answer(asked);
    expect(await runBatch(asked, createHooks(0).hooks)).toEqual({ ...whole, elapsedMs: 0 });
    expect(await runBatch(asked, createHooks(SLICE_MS).hooks)).toMatchObject(whole);
  });

  test('rests after each slice and reports progress that never falls and ends at the total', async () => {
    const { hooks, log } = createHooks(3);
    await runBatch(request(uuids, uniform(8), [uniform(12)], 20_000), hooks);
    expect(log.pauses).toBeGreaterThan(2);
    expect(log.progress).toHaveLength(log.pauses);
    for (const slice of log.slices) expect(slice).toBeLessThan(SLICE_MS + 4 * 3);
    log.progress.forEach(({ done, total }, i) => {
      expect(total).toBe(100_000);
      expect(done).toBeGreaterThanOrEqual(log.progress[i - 1]?.done ?? 1);
    });
    expect(log.progress.at(-1)).toEqual({ done: 100_000, total: 100_000 });
  });

  test('counts every pass in the total', async () => {
    const { hooks, log } = createHooks(0);
    await runBatch(request(series(1000), uniform(4096), [4095, 4093, 4091].map(uniform)), hooks);
    expect(log.progress.at(-1)).toEqual({ done: 2000, total: 2000 });
  });

  test('stops at the next pause when cancelled in the middle', async () => {
    const { hooks, log } = createHooks(SLICE_MS, 3);
    expect(await runBatch(request(uuids, uniform(8), [uniform(12)]), hooks)).toBe('cancelled');
    expect(log.pauses).toBe(4);
    expect(log.progress.at(-1)!.done).toBeLessThan(100_000);
  });

  test('does no work when cancelled before it begins', async () => {
    const { hooks, log } = createHooks(1, 0);
    expect(await runBatch(request(uuids, uniform(8), [uniform(12)]), hooks)).toBe('cancelled');
    expect(log.progress).toEqual([]);
  });

  test('adds up the time of work without the pauses', async () => {
    const { hooks } = createHooks(1);
    let offset = 0;
    const reply = await runBatch(request(uuids, uniform(8), [uniform(12)]), {
      ...hooks,
      now: () => hooks.now() + offset,
      async pause() {
        offset += 1_000_000;
      },
    });
    expect(reply).toMatchObject({ kind: 'count' });
    expect((reply as { elapsedMs: number }).elapsedMs).toBeLessThan(1_000_000);
  });

  test('samples evenly spaced rows, all of them when there are few', async () => {
    const reply = await runBatch(request(series(1000), uniform(2), [], 8), createHooks(0).hooks);
    expect(reply).toMatchObject({
      changes: [],
      sample: { rows: Float64Array.of(0, 125, 250, 375, 500, 625, 750, 875) },
    });
    const few = await runBatch(request(series(3), uniform(2), [], 8), createHooks(0).hooks);
    expect(few).toMatchObject({ sample: { rows: Float64Array.of(0, 1, 2) } });
  });

  test('refuses what the page must not ask, naming the value', async () => {
    const { hooks } = createHooks(0);
    await expect(runBatch(request(series(0), [], []), hooks)).rejects.toThrow(/keyRows.*0/);
    await expect(runBatch(request(series(1), [], [], -1), hooks)).rejects.toThrow('sample size -1');
    await expect(runBatch(request(series(1), uniform(4097), []), hooks)).rejects.toThrow('4097 partitions');
    const wide = [{ modulus: 65_537, remainder: 0 }];
    await expect(runBatch(request(series(1), [], [wide]), hooks)).rejects.toThrow('modulus 65537');
  });
});
