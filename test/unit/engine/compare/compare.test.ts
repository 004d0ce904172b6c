import { describe, expect, test } from 'vitest';
import { createCompareClient } from '../../../../src/engine/compare/client.ts';
import { createCompareHost } from '../../../../src/engine/compare/host.ts';
import type { CompareReply, FromCompare, SchemeFigures, ToCompare } from '../../../../src/engine/compare/protocol.ts';
import { pause } from '../../../../src/engine/pause.ts';
import { Cancelled, Superseded } from '../../../../src/engine/pool.ts';
import type { EngineProgress } from '../../../../src/engine/protocol.ts';
import type { KeyColumnSpec, KeySpec } from '../../../../src/keys/keySpec.ts';
import { equalMembers, type MemberChange } from '../../../../src/schemes/nodes.ts';
import type { Scheme } from '../../../../src/schemes/scheme.ts';
import { getScheme, schemes } from '../../../../src/schemes/schemes.ts';
import { createPortsTo, type TestPort } from '../ports.ts';
import { naiveFigures, naiveKeys, readable, specOf } from './naive.ts';

const ROWS = 3001;

function keysOf(...columns: readonly Omit<KeyColumnSpec, 'name'>[]): KeySpec {
  return { columns: columns.map((column, i) => ({ name: `k${i}`, ...column })), rows: ROWS, seed: 4 };
}

const serial = keysOf({ type: 'int8', source: { kind: 'serial', start: -1000, stride: 1 } });
const keySpecs: readonly (readonly [string, KeySpec])[] = [
  ['int8', serial],
  ['uuid', keysOf({ type: 'uuid', source: { kind: 'uuidv7', startMs: 1_700_000_000_000, stepMs: 3 } })],
  ['text', keysOf({ type: 'text', source: { kind: 'text', prefix: 'ключ ', start: 1, pad: 3 } })],
  ['skewed tenants', keysOf({ type: 'int4', source: { kind: 'zipf', tenants: 40, s: 1.1 } })],
  // Rows are hashed by this class, Citus and pg_pathman hash by the default one: trailing spaces count.
  [
    'another operator class',
    keysOf({ type: 'text', operatorClass: 'bpchar_ops', source: { kind: 'pattern', pattern: '{n} ', start: 1 } }),
  ],
  [
    'two columns',
    keysOf(
      { type: 'date', source: { kind: 'random' } },
      { type: 'text', source: { kind: 'text', prefix: 'a', start: 1, pad: 0 } },
    ),
  ],
];

const change: MemberChange = {
  before: [
    { name: 'b', weight: 1 },
    { name: 'a', weight: 3 },
    { name: 'gone', weight: 1 },
    { name: 'd', weight: 2 },
  ],
  after: [
    { name: 'd', weight: 2 },
    { name: 'b', weight: 1 },
    { name: 'new', weight: 4 },
    { name: 'a', weight: 3 },
    { name: 'e', weight: 1 },
  ],
};
const grows: MemberChange = { before: equalMembers(4), after: equalMembers(5) };

const allSchemes = (schemes as readonly Scheme[]).map(({ id }) => specOf(id));
const parallel = allSchemes.find(({ scheme }) => !getScheme(scheme).sequential)!;
/** Nodes are soon full, so that the order of the rows matters. */
const sequential = specOf('boundedLoads', { c: 1.001 });

type Ported = (port: TestPort<ToCompare, FromCompare>, message: ToCompare, index: number) => void;

function pool(workers: number, onMessage: Ported = () => undefined, grain = 64) {
  const { open, ports } = createPortsTo<ToCompare, FromCompare>(
    (post) => createCompareHost(post, { now: () => performance.now(), pause }),
    onMessage,
  );
  return { client: createCompareClient({ open, workers, grain, keysPerWorker: 1 }), ports };
}

/** Kills a worker, the given one or any, when it gets the third message of the type to count, or the first other one. */
function killAt(type: ToCompare['type'], worker: number | null, lane?: number): Ported {
  let isDone = false;
  let toCome = type === 'count' ? 3 : 1;
  return (port, message, index) => {
    if (isDone || message.type !== type || (worker !== null && index !== worker)) return;
    if (lane !== undefined && 'lane' in message && message.lane !== lane) return;
    toCome--;
    if (toCome > 0) return;
    isDone = true;
    queueMicrotask(() => port.crash('killed'));
    port.closed = true;
  };
}

function figures({ schemes: rows }: CompareReply): SchemeFigures[] {
  return rows.map((row) => (row.ok ? row.value : expect.fail(row.error.id)));
}

/** All but times. */
function counts(reply: CompareReply): unknown {
  return reply.schemes.map((row) => (row.ok ? { ...row.value, milliseconds: 0 } : row.error));
}

describe.each(keySpecs)('the same %s keys', (_, keys) => {
  const block = naiveKeys(
    keys,
    Array.from({ length: ROWS }, (_row, row) => row),
  );

  test.each([
    ['grow from 4 to 5 nodes', grows],
    ['see nodes of all weights come, go and change places', change],
  ])('are placed by every scheme as one loop over them places them, when they %s', async (_title, asked) => {
    const { client } = pool(3);
    const reply = await client.run({ kind: 'compare', keys, change: asked, schemes: allSchemes });
    for (const [i, spec] of allSchemes.entries()) {
      const row = reply.schemes[i]!;
      const refusal = getScheme(spec.scheme).check(spec.config, asked);
      if (!row.ok) expect(row.error, spec.scheme).toEqual(refusal);
      else {
        const expected = naiveFigures(spec, asked, block);
        expect(refusal, spec.scheme).toBeNull();
        const found = readable(row.value, asked);
        expect(found.moved, spec.scheme).toBe(expected.moved);
        expect(found.flows, spec.scheme).toEqual(expected.flows);
        expect(found.theory, spec.scheme).toEqual(expected.theory);
        for (const side of ['before', 'after'] as const) {
          expect(found[side].rows, spec.scheme).toEqual(expected[side].rows);
          expect(found[side].hottest, spec.scheme).toBeCloseTo(expected[side].hottest, 10);
          expect(found[side].deviation, spec.scheme).toBeCloseTo(expected[side].deviation, 10);
        }
      }
    }
    expect(reply.schemes.filter((row) => row.ok).length).toBeGreaterThan(allSchemes.length / 2);
  });
});

describe('a pool', () => {
  const asked = { kind: 'compare', keys: serial, change, schemes: allSchemes } as const;

  test('gives the same for any number of workers and any size of chunks', async () => {
    const one = await createCompareClient({ open: null }).run(asked);
    expect(one.workers).toBe(1);
    for (const [workers, grain] of [
      [1, 64],
      [2, 1],
      [2, 1000],
      [3, 37],
    ] as const) {
      const { client, ports } = pool(workers, undefined, grain);
      const reply = await client.run(asked);
      expect(counts(reply), `${workers} workers, ${grain} rows`).toEqual(counts(one));
      expect(ports).toHaveLength(workers);
    }
  });

  test('tells progress as rows of all schemes, ends at the total, and names times and costs', async () => {
    const progress: EngineProgress[] = [];
    const { client } = pool(2);
    const reply = await client.run({ ...asked, change: grows, schemes: [parallel, sequential] }, (step) =>
      progress.push(step),
    );
    expect(progress.at(-1)).toMatchObject({ done: 2 * ROWS, total: 2 * ROWS });
    expect(reply.elapsedMs).toBeGreaterThan(0);
    for (const { milliseconds, after } of figures(reply)) {
      expect(milliseconds).toBeGreaterThan(0);
      expect(after.lookupSteps).toBeGreaterThan(0);
    }
  });

  test('lets one worker see all rows in order where a scheme asks for it, while others count the rest', async () => {
    const { client, ports } = pool(3);
    await client.run({ ...asked, change: grows, schemes: [parallel, sequential] });
    const rowsOf = (port: (typeof ports)[number], lane: number) =>
      port.sent.flatMap((message) => (message.type === 'count' && message.lane === lane ? [message] : []));
    const inOrder = ports.map((port) => rowsOf(port, 0)).filter((chunks) => chunks.length > 0);
    expect(inOrder).toHaveLength(1);
    let next = 0;
    for (const { first, rows } of inOrder[0]!) {
      expect(first).toBe(next);
      next += rows;
    }
    expect(next).toBe(ROWS);
    expect(ports.filter((port) => rowsOf(port, 1).length > 0).length).toBeGreaterThan(1);
  });
});

describe('a worker that is lost', () => {
  const asked = { kind: 'compare', keys: serial, change: grows, schemes: [parallel, sequential] } as const;

  test.each([
    ['while it counts', 'count', null, 1],
    ['while it counts in order', 'count', null, 0],
    ['when it should give its totals', 'give', null, 1],
    ['when it is given totals', 'take', null, 1],
    ['when it should derive figures', 'derive', null, 1],
    ['when it should derive figures of rows in order', 'derive', null, 0],
    ['before it began', 'begin', 1, undefined],
  ] as const)('%s changes no figure', async (_, type, worker, lane) => {
    const whole = await createCompareClient({ open: null }).run(asked);
    const { client, ports } = pool(3, killAt(type, worker, lane));
    const reply = await client.run(asked);
    expect(counts(reply)).toEqual(counts(whole));
    expect(ports.filter(({ closed }) => closed)).toHaveLength(1);
  });

  test('for the third time ends the run, and the next run is right', async () => {
    let crashes = 0;
    const { client } = pool(2, (port, { type }) => {
      if (type !== 'count' || crashes === 3 || port.closed) return;
      crashes++;
      port.closed = true;
      queueMicrotask(() => port.crash(`killed, ${crashes}`));
    });
    await expect(client.run(asked)).rejects.toThrow('the engine stopped: killed, 3');
    const whole = await createCompareClient({ open: null }).run(asked);
    expect(counts(await client.run(asked))).toEqual(counts(whole));
  });
});

describe('a run that is no longer wanted', () => {
  const endless = { kind: 'compare', keys: { ...serial, rows: 1e12 }, change: grows, schemes: [parallel] } as const;
  const small = { ...endless, keys: serial };

  test('stops in all workers when it is cancelled; they count on with the next one', async () => {
    const { client, ports } = pool(3);
    let steps = 0;
    const run = client.run(endless, () => {
      steps++;
      if (steps === 2) client.cancel();
    });
    await expect(run).rejects.toThrow(Cancelled);
    for (const port of ports) expect(port.sent.at(-1)).toMatchObject({ type: 'cancel' });
    expect(figures(await client.run(small))[0]!.flows.rows.reduce((sum, rows) => sum + rows)).toBe(ROWS);
    expect(ports).toHaveLength(3);
  });

  test('gives way to a later one, also without workers; nothing runs after dispose', async () => {
    const client = createCompareClient({ open: null });
    const first = client.run(endless);
    await new Promise((next) => setTimeout(next, 20));
    const second = client.run(small);
    await expect(first).rejects.toThrow(Superseded);
    expect((await second).schemes).toHaveLength(1);
    const third = client.run(endless);
    client.dispose();
    await expect(third).rejects.toThrow(Cancelled);
    await expect(client.run(small)).rejects.toThrow(Cancelled);
  });
});

describe('a refusal', () => {
  const run = (asked: MemberChange, ...specs: Parameters<typeof specOf>[0][]) =>
    pool(2).client.run({
      kind: 'compare',
      keys: serial,
      change: asked,
      schemes: specs.map((id) => (id === 'nonsense' ? { scheme: id, config: {} } : specOf(id))),
    });

  test('of one scheme leaves the others their figures', async () => {
    const many: MemberChange = { before: equalMembers(20), after: equalMembers(21) };
    const { schemes: rows } = await run(many, 'nonsense', 'modulo', 'postgres');
    expect(rows[0]).toEqual({ ok: false, error: { id: 'schemeUnknown', params: { value: 'nonsense' } } });
    expect(rows[1]).toMatchObject({ ok: true });
    expect(rows[2]).toMatchObject({ ok: false, error: { id: 'schemeFewPartitions', params: { value: 16, min: 20 } } });
  });

  test('of parameters names them', async () => {
    const { client } = pool(1);
    const spec = specOf('postgres', { modulus: 0 });
    const { schemes: rows } = await client.run({ kind: 'compare', keys: serial, change: grows, schemes: [spec] });
    expect(rows).toEqual([
      { ok: false, error: { id: 'schemeRange', params: { parameter: 'modulus', value: 0, min: 1, max: 4096 } } },
    ]);
  });

  test('of the nodes stands in every row, and the answer comes all the same', async () => {
    const { schemes: rows } = await run({ before: [], after: equalMembers(2) }, 'modulo', 'jump');
    expect(rows.map((row) => (row.ok ? null : row.error.id))).toEqual(['nodesNone', 'nodesNone']);
  });

  test('of keys, or of too many schemes, rejects the run with the value', async () => {
    const { client } = pool(1);
    const bad = { kind: 'compare', keys: { ...serial, rows: 0 }, change: grows, schemes: [parallel] } as const;
    await expect(client.run(bad)).rejects.toThrow('keys refused: keyRows {"value":0');
    const many = { ...bad, keys: serial, schemes: new Array(65).fill(parallel) };
    await expect(client.run(many)).rejects.toThrow('65 schemes, at most 64');
  });
});
