import { describe, expect, it } from 'vitest';
import { setUi } from '../../src/store/createAppStore.ts';
import { startPreview } from '../../src/store/effects/preview.ts';
import { defaultScenario, type Scenario } from '../../src/store/scenario.ts';
import type { Selection } from '../../src/store/state.ts';
import { createHeldEngine } from '../fixtures/heldEngine.ts';
import { createTestApp } from '../fixtures/services.ts';

const select = (name: string, side: Selection['side'] = 'from'): Selection => ({
  row: 'before',
  side,
  name,
  anchor: { x: 0, y: 0, width: 10, height: 10 },
});

async function setup(document: Scenario = defaultScenario) {
  const app = createTestApp(document);
  await app.counted();
  const engine = createHeldEngine();
  const stop = startPreview(app.store, { previewEngine: engine });
  return { ...app, engine, stop, preview: () => app.store.getState().results.preview };
}

describe('a preview', () => {
  it('counts over all keys what each split of the selected partition gives', async () => {
    const { store, engine, preview } = await setup();
    const selection = select('orders_8_3');
    setUi(store, { selection });
    expect(preview()).toBeNull();
    await engine.runs[0]!.finish();
    expect(preview()?.selection).toBe(selection);
    expect(preview()?.parts.get(2)).toEqual([6195, 6253]);
    expect([...preview()!.parts.keys()]).toEqual([2, 3, 4, 5, 8]);
    for (const rows of preview()!.parts.values()) expect(rows.reduce((a, b) => a + b)).toBe(12_448);
  });

  it('offers no figures for a split that PostgreSQL refuses', async () => {
    const bounds = [
      { modulus: 2, remainder: 1 },
      { modulus: 4, remainder: 0 },
      { modulus: 4, remainder: 2 },
    ];
    const { store, engine, preview } = await setup({ ...defaultScenario, from: { kind: 'mixed', bounds } });
    setUi(store, { selection: select('orders_2_1') });
    await engine.runs[0]!.finish();
    expect([...preview()!.parts.keys()]).toEqual([2, 4, 8]);
  });

  it('that comes after another partition was chosen is dropped', async () => {
    const { store, engine, preview } = await setup();
    setUi(store, { selection: select('orders_8_3') });
    const late = engine.runs[0]!;
    setUi(store, { selection: select('orders_8_4') });
    await late.finish();
    expect(preview()).toBeNull();
    await engine.runs[1]!.finish();
    expect(preview()?.selection.name).toBe('orders_8_4');
    expect(
      preview()
        ?.parts.get(2)
        ?.reduce((a, b) => a + b),
    ).toBe(12_482);
  });

  it('that comes after the actions were closed is dropped', async () => {
    const { store, engine, preview } = await setup();
    setUi(store, { selection: select('orders_8_3') });
    setUi(store, { selection: null });
    await engine.runs[0]!.finish();
    expect(preview()).toBeNull();
  });

  it('is counted no longer when the actions are closed', async () => {
    const { store, engine, stop } = await setup();
    stop();
    const events: string[] = [];
    startPreview(store, {
      previewEngine: {
        ...engine,
        run: (request, onProgress) => {
          events.push('run');
          return engine.run(request, onProgress);
        },
        cancel: () => events.push('cancel'),
      },
    });
    setUi(store, { selection: select('orders_8_3') });
    setUi(store, { selection: null });
    expect(events).toEqual(['run', 'cancel']);
  });

  it('that fails leaves the actions without figures', async () => {
    const { store, engine, preview } = await setup();
    setUi(store, { selection: select('orders_8_3') });
    engine.runs[0]!.fail('out of memory');
    await new Promise((resolve) => setTimeout(resolve));
    expect(preview()).toBeNull();
    expect(store.getState().results.status).toBe('ready');
  });

  it('asks about the partitions of the side that was clicked', async () => {
    const { store, engine, preview } = await setup();
    setUi(store, { selection: select('orders_12_5', 'to') });
    expect(engine.runs[0]!.request.from).toHaveLength(12);
    await engine.runs[0]!.finish();
    const index = store.getState().results.counted!.derived.to.findIndex(({ name }) => name === 'orders_12_5');
    const whole = store.getState().results.counted!.reply.changes[0]!.to[index];
    expect(
      preview()
        ?.parts.get(2)
        ?.reduce((a, b) => a + b),
    ).toBe(whole);
  });

  it('does not start for a partition that is gone, nor after it was stopped', async () => {
    const { store, engine, stop } = await setup();
    setUi(store, { selection: select('orders_99_1') });
    stop();
    setUi(store, { selection: select('orders_8_3') });
    expect(engine.runs).toEqual([]);
  });
});
