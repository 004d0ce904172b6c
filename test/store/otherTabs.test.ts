import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { applyEdit, createAppStore, setUi, undo } from '../../src/store/createAppStore.ts';
import { renameScenario } from '../../src/store/edits/renameScenario.ts';
import { setTarget } from '../../src/store/edits/setTarget.ts';
import { startAutosave } from '../../src/store/effects/autosave.ts';
import { startOtherTabs } from '../../src/store/effects/otherTabs.ts';
import { openDocument } from '../../src/store/openDocument.ts';
import { defaultScenario } from '../../src/store/scenario.ts';
import { createTabs, createTestServices } from '../fixtures/services.ts';

const uniform = (modulus: number) => ({ spec: { kind: 'uniform', modulus } }) as const;
/** Waits for autosave, part of which is loaded when it is first needed. */
const saved = async () => {
  await vi.advanceTimersByTimeAsync(250);
  await vi.dynamicImportSettled();
  await vi.advanceTimersByTimeAsync(0);
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Two tabs of one browser, on the same document. */
function setup() {
  const createTab = createTabs();
  const open = () => {
    const services = { ...createTestServices().services, tab: createTab() };
    const store = createAppStore();
    startAutosave(store, services, () => undefined);
    const stop = startOtherTabs(store, services);
    const notice = () => store.getState().ui.notice;
    const target = () => store.getState().document.to;
    return { store, services, stop, notice, target };
  };
  return { here: open(), there: open() };
}

describe('another tab', () => {
  it('that changes the same scenario is told of, and nothing is taken over by itself', async () => {
    const { here, there } = setup();
    applyEdit(there.store, setTarget, uniform(16));
    await saved();
    expect(here.notice()).toMatchObject({ kind: 'note', key: 'notice.otherTab', action: { label: 'notice.showIt' } });
    expect(there.notice()).toBeNull();
    expect(here.store.getState().document).toBe(defaultScenario);
  });

  it('is told of once, and shown with its latest state, which undo takes back', async () => {
    const { here, there } = setup();
    applyEdit(there.store, setTarget, uniform(16));
    await saved();
    const { action } = here.notice()!;
    setUi(here.store, { notice: null });
    applyEdit(there.store, setTarget, uniform(24));
    await saved();
    expect(here.notice()).toBeNull();
    action!.run();
    expect(here.target()).toEqual({ kind: 'uniform', modulus: 24 });
    await saved();
    expect(there.notice()).toBeNull();
    undo(here.store);
    expect(here.target()).toEqual({ kind: 'uniform', modulus: 12 });
  });

  it('is told of again after a change here', async () => {
    const { here, there } = setup();
    applyEdit(there.store, setTarget, uniform(16));
    await saved();
    applyEdit(here.store, setTarget, uniform(9));
    setUi(here.store, { notice: null });
    await saved();
    expect(there.notice()).toMatchObject({ key: 'notice.otherTab' });
    applyEdit(there.store, setTarget, uniform(24));
    await saved();
    expect(here.notice()).toMatchObject({ key: 'notice.otherTab' });
  });

  it('is told of when it renames the scenario', async () => {
    const { here, there } = setup();
    applyEdit(there.store, renameScenario, { name: 'plan B' });
    await saved();
    expect(here.notice()).toMatchObject({ key: 'notice.otherTab' });
  });

  it('on another scenario disturbs nobody', async () => {
    const { here, there } = setup();
    openDocument(there.store, { ...defaultScenario, name: 'other' }, null);
    await saved();
    expect(here.notice()).toBeNull();
    openDocument(here.store, { ...defaultScenario, name: 'mine' }, null);
    applyEdit(there.store, setTarget, uniform(16));
    await saved();
    expect(here.notice()).toBeNull();
  });

  it.each([
    ['no message', null],
    ['another program’s message', { kind: 'hello' }],
    ['a message without a scenario', { kind: 'saved', name: 'orders', was: 'orders', scenario: 7 }],
  ])('that posts %s is ignored', (_case, message) => {
    const { here, there } = setup();
    there.services.tab.post(message as never);
    expect(here.notice()).toBeNull();
  });

  it('that posts a damaged scenario can’t open it here', () => {
    const { here, there } = setup();
    there.services.tab.post({ kind: 'saved', name: 'orders', was: 'orders', scenario: '{"format":' });
    here.notice()!.action!.run();
    expect(here.notice()).toMatchObject({ kind: 'error', key: 'notice.fileRefused', refusal: { id: 'fileNotJson' } });
    expect(here.store.getState().document).toBe(defaultScenario);
  });
});
