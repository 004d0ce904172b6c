import { describe, expect, test } from 'vitest';
import { createCompareClient } from '../../../../src/engine/compare/client.ts';
import { createCompareHost } from '../../../../src/engine/compare/host.ts';
import type { CurvesRequest, FromCompare, ToCompare } from '../../../../src/engine/compare/protocol.ts';
import { pause } from '../../../../src/engine/pause.ts';
import { Cancelled } from '../../../../src/engine/pool.ts';
import type { EngineProgress } from '../../../../src/engine/protocol.ts';
import type { KeySpec } from '../../../../src/keys/keySpec.ts';
import { equalMembers } from '../../../../src/schemes/nodes.ts';
import type { Scheme } from '../../../../src/schemes/scheme.ts';
import { getScheme, schemes } from '../../../../src/schemes/schemes.ts';
import { createPortsTo, type TestPort } from '../ports.ts';
import { naiveFigures, naiveKeys, specOf } from './naive.ts';

const ROWS = 3000;
const keys: KeySpec = {
  columns: [{ name: 'id', type: 'text', source: { kind: 'text', prefix: 'user_', start: 1, pad: 0 } }],
  rows: ROWS,
  seed: 1,
};
const block = naiveKeys(
  keys,
  Array.from({ length: ROWS }, (_, row) => row),
);
const allSchemes = (schemes as readonly Scheme[]).map(({ id }) => specOf(id));
const asked: CurvesRequest = { kind: 'curves', keys, schemes: allSchemes, maxNodes: 4, sample: 100_000 };

function pool(
  workers: number,
  onMessage?: (port: TestPort<ToCompare, FromCompare>, message: ToCompare, index: number) => void,
) {
  const { open, ports } = createPortsTo<ToCompare, FromCompare>(
    (post) => createCompareHost(post, { now: () => performance.now(), pause }),
    onMessage,
  );
  return { client: createCompareClient({ open, workers, keysPerWorker: 1 }), ports };
}

describe('curves', () => {
  test('say of every scheme and every number of nodes what one loop over the keys says', async () => {
    const { client } = pool(2);
    const reply = await client.run(asked);
    expect(reply.keysUsed).toBe(ROWS);
    for (const [i, spec] of allSchemes.entries()) {
      const { problem, moved, hottest } = reply.schemes[i]!;
      expect(moved).toHaveLength(4);
      const changes = [1, 2, 3, 4].map((nodes) => ({ before: equalMembers(nodes), after: equalMembers(nodes + 1) }));
      const refusals = changes.map((change) => getScheme(spec.scheme).check(spec.config, change));
      expect(problem, spec.scheme).toEqual(refusals.find((refusal) => refusal !== null) ?? null);
      // Leaves of two partitions are two at least.
      expect(refusals.map((refusal) => refusal !== null)).toEqual([spec.scheme === 'nested', false, false, false]);
      for (const [at, change] of changes.entries()) {
        if (refusals[at] !== null) continue;
        const nodes = at + 1;
        const expected = naiveFigures(spec, change, block);
        expect(moved[nodes - 1], `${spec.scheme} ${nodes}`).toBe(expected.moved / ROWS);
        expect(hottest[nodes - 1], `${spec.scheme} ${nodes}`).toBeCloseTo(expected.before.hottest, 10);
      }
    }
  });

  test('are the same with one worker, with three, without any, and when one is lost', async () => {
    const { elapsedMs: _, workers: one, ...whole } = await createCompareClient({ open: null }).run(asked);
    expect(one).toBe(1);
    let points = 0;
    const dying = pool(2, (port, { type }) => {
      if (type !== 'point' || ++points !== 5) return;
      port.closed = true;
      queueMicrotask(() => port.crash('killed'));
    });
    for (const { client } of [pool(1), pool(3), dying]) {
      const { elapsedMs, workers, ...reply } = await client.run(asked);
      expect(reply).toEqual(whole);
      expect(elapsedMs).toBeGreaterThan(0);
      expect(workers).toBeGreaterThan(0);
    }
    expect(dying.ports.filter(({ closed }) => closed)).toHaveLength(1);
  });

  test('have gaps where a scheme refuses the nodes, and none at all where it refuses its parameters', async () => {
    const few = specOf('postgres', { modulus: 3, target: 32 });
    const wrong = specOf('postgres', { modulus: 0 });
    const nonsense = { scheme: 'nonsense', config: {} };
    const { client } = pool(3);
    const reply = await client.run({ ...asked, schemes: [wrong, few, nonsense, specOf('modulo')], maxNodes: 8 });
    const [bad, gaps, unknown, whole] = reply.schemes;
    expect(bad!.problem?.id).toBe('schemeRange');
    expect([...bad!.moved, ...bad!.hottest].every(Number.isNaN)).toBe(true);
    expect(gaps!.problem).toEqual({ id: 'schemeFewPartitions', params: { value: 3, min: 4 } });
    expect([...gaps!.moved].map(Number.isNaN)).toEqual([false, false, false, true, true, true, true, true]);
    expect(unknown!.problem).toEqual({ id: 'schemeUnknown', params: { value: 'nonsense' } });
    expect([...whole!.moved, ...whole!.hottest].some(Number.isNaN)).toBe(false);
  });

  test('of many keys use an evenly spaced sample, and tell progress to the end', async () => {
    const many: KeySpec = {
      ...keys,
      columns: [{ name: 'id', type: 'int8', source: { kind: 'serial', start: 1, stride: 1 } }],
      rows: 1_000_000,
    };
    const progress: EngineProgress[] = [];
    const modulo = specOf('modulo');
    const request = { ...asked, keys: many, schemes: [modulo], maxNodes: 2 };
    const reply = await createCompareClient({ open: null }).run(request, (step) => progress.push(step));
    expect(reply.keysUsed).toBe(100_000);
    expect(progress.at(-1)).toMatchObject({ done: 200_000, total: 200_000 });
    const sampled = naiveKeys(
      many,
      Array.from({ length: 100_000 }, (_, i) => 10 * i),
    );
    const expected = naiveFigures(modulo, { before: equalMembers(2), after: equalMembers(3) }, sampled);
    expect(reply.schemes[0]!.moved[1]).toBe(expected.moved / 100_000);
    expect(reply.schemes[0]!.hottest[1]).toBeCloseTo(expected.before.hottest, 10);
  });

  test('can be cancelled; more than 64 nodes or 100,000 keys are refused', async () => {
    const { client, ports } = pool(2);
    const run = client.run({ ...asked, maxNodes: 64 }, () => client.cancel());
    await expect(run).rejects.toThrow(Cancelled);
    for (const port of ports) expect(port.sent.at(-1)).toMatchObject({ type: 'cancel' });
    await expect(client.run({ ...asked, maxNodes: 65 })).rejects.toThrow('65 nodes');
    await expect(client.run({ ...asked, maxNodes: 0 })).rejects.toThrow('0 nodes');
    await expect(client.run({ ...asked, sample: 100_001 })).rejects.toThrow('100001 sampled keys');
  });
});
