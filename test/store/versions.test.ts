import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { applyEdit, createAppStore, undo } from '../../src/store/createAppStore.ts';
import { setTarget } from '../../src/store/edits/setTarget.ts';
import { startVersions } from '../../src/store/effects/versions.ts';
import { openDocument } from '../../src/store/openDocument.ts';
import { parseScenarioText } from '../../src/store/parseScenario.ts';
import { defaultScenario } from '../../src/store/scenario.ts';
import { createTestServices } from '../fixtures/services.ts';

const uniform = (modulus: number) => ({ spec: { kind: 'uniform', modulus } }) as const;
const STILL_MS = 30_000;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function setup() {
  const { services, world } = createTestServices();
  const store = createAppStore();
  const stop = startVersions(store, services);
  const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
  const targets = () =>
    world.versions.map(({ scenario }) => {
      const parsed = parseScenarioText(scenario);
      return parsed.ok && parsed.value.to.kind === 'uniform' ? parsed.value.to.modulus : null;
    });
  return { services, world, store, stop, pass, targets };
}

describe('a version', () => {
  it('is a document that stood still for 30 seconds, not every state on the way', async () => {
    const { store, world, pass, targets } = setup();
    for (const modulus of [13, 14, 16]) {
      applyEdit(store, setTarget, uniform(modulus));
      await pass(STILL_MS - 1);
    }
    expect(world.versions).toEqual([]);
    world.now = 42;
    await pass(1);
    expect(targets()).toEqual([16]);
    expect(world.versions[0]).toMatchObject({
      time: 42,
      name: 'orders',
      label: { key: 'edit.setTarget', params: { count: 16 } },
    });
  });

  it('is kept at once of a changed document when another one is opened', async () => {
    const { store, pass, targets } = setup();
    applyEdit(store, setTarget, uniform(16));
    openDocument(store, { ...defaultScenario, name: 'opened' }, null);
    expect(targets()).toEqual([16]);
    await pass(STILL_MS);
    expect(targets()).toEqual([12, 16]);
  });

  it('is kept of a document that was changed before this effect had started', async () => {
    const { services, world, store, stop, pass, targets } = setup();
    stop();
    applyEdit(store, setTarget, uniform(16));
    startVersions(store, services, defaultScenario);
    await pass(STILL_MS);
    expect(targets()).toEqual([16]);
    applyEdit(store, setTarget, uniform(24));
    startVersions(store, services, defaultScenario);
    openDocument(store, { ...defaultScenario, name: 'opened' }, null);
    expect(world.versions[0]).toMatchObject({ name: 'orders' });
    expect(targets()[0]).toBe(24);
  });

  it('is not kept of a document that nobody changed, nor twice of one state', async () => {
    const { store, world, pass, targets } = setup();
    await pass(STILL_MS);
    openDocument(store, { ...defaultScenario, name: 'opened', to: { kind: 'uniform', modulus: 9 } }, null);
    expect(world.versions).toEqual([]);
    await pass(STILL_MS);
    applyEdit(store, setTarget, uniform(16));
    undo(store);
    await pass(STILL_MS);
    expect(targets()).toEqual([9]);
  });

  it('is not kept of an example as the gallery has it', async () => {
    const { store, world, pass } = setup();
    for (const name of ['first', 'second']) {
      const saved = { ...defaultScenario, name };
      openDocument(store, saved, { kind: 'example', name, saved, handle: null });
      await pass(STILL_MS);
    }
    expect(world.versions).toEqual([]);
  });

  it('is not kept of every state that undo passes on the way to one that was opened', async () => {
    const { store, world } = setup();
    openDocument(store, { ...defaultScenario, name: 'opened' }, null);
    applyEdit(store, setTarget, uniform(16));
    undo(store);
    expect(world.versions).toEqual([]);
  });

  it('that the storage refuses disturbs nobody', async () => {
    const { services, store, pass } = setup();
    vi.spyOn(services.storage, 'addVersion').mockRejectedValue(new Error('full'));
    applyEdit(store, setTarget, uniform(16));
    await pass(STILL_MS);
    expect(store.getState().ui.notice).toBeNull();
  });

  it('is not kept any more once it is stopped', async () => {
    const { store, stop, world, pass } = setup();
    applyEdit(store, setTarget, uniform(16));
    stop();
    await pass(STILL_MS);
    expect(world.versions).toEqual([]);
  });
});
