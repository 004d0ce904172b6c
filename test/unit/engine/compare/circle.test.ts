import { describe, expect, test } from 'vitest';
import { createCompareClient } from '../../../../src/engine/compare/client.ts';
import { createCompareHost } from '../../../../src/engine/compare/host.ts';
import {
  type CircleRequest,
  type DrawnCircle,
  type FromCompare,
  type ToCompare,
  transferOf,
} from '../../../../src/engine/compare/protocol.ts';
import { pause } from '../../../../src/engine/pause.ts';
import { Cancelled, Superseded } from '../../../../src/engine/pool.ts';
import type { KeySpec } from '../../../../src/keys/keySpec.ts';
import type { SchemeSpec } from '../../../../src/schemes/fields.ts';
import { equalMembers } from '../../../../src/schemes/nodes.ts';
import type { Scheme } from '../../../../src/schemes/scheme.ts';
import { getScheme, schemes } from '../../../../src/schemes/schemes.ts';
import { createPortsTo, type TestPort } from '../ports.ts';
import { naiveKeys, specOf } from './naive.ts';

const ROWS = 3000;
const SAMPLE = 1000;
const keys: KeySpec = {
  columns: [{ name: 'id', type: 'text', source: { kind: 'text', prefix: 'user_', start: 1, pad: 0 } }],
  rows: ROWS,
  seed: 1,
};
const change = { before: equalMembers(4), after: equalMembers(6).slice(1) };
const block = naiveKeys(
  keys,
  Array.from({ length: SAMPLE }, (_, i) => 3 * i),
);
const withCircle = [
  'postgres',
  'nested',
  'ketama',
  'ring',
  'maglev',
  'slots',
  'redis',
  'citus',
  'vitess',
  'yugabyte',
  'linear',
  'extendible',
];
const allSchemes = (schemes as readonly Scheme[]).map(({ id }) => id);

function ask(scheme: SchemeSpec): CircleRequest {
  return { kind: 'circle', keys, change, scheme, sample: SAMPLE };
}

async function draw(scheme: SchemeSpec): Promise<DrawnCircle> {
  const { circle } = await createCompareClient({ open: null }).run(ask(scheme));
  if (!circle.ok) throw new Error(circle.error.id);
  return circle.value;
}

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

describe('a circle', () => {
  test.each(withCircle)('of %s is that of its routers, keys included', async (id) => {
    const spec = specOf(id);
    const drawn = await draw(spec);
    const pair = getScheme(id).prepare(spec.config, change, ROWS);
    for (const side of ['before', 'after'] as const) {
      expect(drawn[side]).toEqual({ ...pair[side].circle!.arcs });
      const places = new Float64Array(SAMPLE);
      const owners = new Uint16Array(SAMPLE);
      pair[side].circle!.place(block, SAMPLE, places);
      pair[side].route(block, SAMPLE, owners);
      expect(drawn.keys.place).toEqual(places);
      expect(drawn.keys[side]).toEqual(owners);
    }
    expect(drawn.keys.placeAfter).toBeNull();
  });

  test.each(allSchemes.filter((id) => !withCircle.includes(id)))(
    'does not exist for %s, and the scheme is named',
    async (id) => {
      const { circle } = await createCompareClient({ open: null }).run(ask(specOf(id)));
      expect(circle).toEqual({ ok: false, error: { id: 'schemeNoCircle', params: { scheme: id } } });
    },
  );

  test('has other places afterwards where two layouts have no common modulus', async () => {
    const { keys: sample } = await draw(specOf('postgres', { modulus: 8, target: 12 }));
    const pair = getScheme('postgres').prepare({ modulus: 8, target: 12 }, change, ROWS);
    const places = new Float64Array(SAMPLE);
    pair.after.circle!.place(block, SAMPLE, places);
    expect(sample.placeAfter).toEqual(places);
    expect(sample.placeAfter).not.toEqual(sample.place);
  });

  test('is refused where the scheme refuses the change or its parameters', async () => {
    const client = createCompareClient({ open: null });
    const few = await client.run(ask(specOf('postgres', { modulus: 3 })));
    expect(few.circle).toEqual({ ok: false, error: { id: 'schemeFewPartitions', params: { value: 3, min: 4 } } });
    const unknown = await client.run(ask({ scheme: 'nonsense', config: {} }));
    expect(unknown.circle).toMatchObject({ ok: false, error: { id: 'schemeUnknown' } });
    await expect(client.run({ ...ask(specOf('ring')), sample: 0 })).rejects.toThrow('0 sampled keys');
  });

  test('has all keys when there are fewer than wished for', async () => {
    const { circle } = await createCompareClient({ open: null }).run({ ...ask(specOf('ring')), sample: 1_000_000 });
    expect(circle.ok && circle.value.keys.place.length).toBe(ROWS);
  });

  test('is drawn by another worker when the first is lost, and ends the run of curves before it', async () => {
    let draws = 0;
    const { client, ports } = pool(2, (port, { type }) => {
      if (type !== 'draw' || ++draws !== 1) return;
      port.closed = true;
      queueMicrotask(() => port.crash('killed'));
    });
    const curves = client.run({ kind: 'curves', keys, schemes: [specOf('ring')], maxNodes: 64, sample: ROWS });
    const circle = client.run(ask(specOf('ring')));
    await expect(curves).rejects.toThrow(Superseded);
    const { elapsedMs, workers, ...reply } = await circle;
    expect(reply).toEqual({ kind: 'circle', circle: { ok: true, value: await draw(specOf('ring')) } });
    expect([draws, workers]).toEqual([2, 1]);
    expect(elapsedMs).toBeGreaterThan(0);
    expect(ports.filter(({ closed }) => closed)).toHaveLength(1);
  });

  test('can be cancelled', async () => {
    const { client, ports } = pool(1);
    const run = client.run(ask(specOf('ketama')));
    client.cancel();
    await expect(run).rejects.toThrow(Cancelled);
    expect(ports[0]!.sent.at(-1)).toMatchObject({ type: 'cancel' });
  });

  test('hands its arrays over instead of copying them', async () => {
    const circle = { ok: true, value: await draw(specOf('ketama')) } as const;
    const buffers = transferOf({ type: 'drawn', id: 1, circle });
    expect(buffers).toHaveLength(7);
    expect(new Set(buffers).size).toBe(7);
    const moved = { ok: true, value: await draw(specOf('postgres', { modulus: 8, target: 12 })) } as const;
    expect(transferOf({ type: 'drawn', id: 1, circle: moved })).toHaveLength(8);
  });
});
