// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { awaitPicture } from '../../src/app/awaitPicture.ts';
import { type AppStore, createAppStore, setUi } from '../../src/store/createAppStore.ts';
import { initialState, type Results } from '../../src/store/state.ts';
import { loadLate, releaseLate } from '../../src/ui/late.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(async () => {
  releaseLate();
  await vi.runAllTimersAsync();
  vi.useRealTimers();
});

function setResults(store: AppStore, patch: Partial<Results>): void {
  store.setState(({ results }) => ({ results: { ...results, ...patch } }));
}

/** A page that has begun to count, and something late that waits. */
async function setup(ui: Partial<typeof initialState.ui> = {}) {
  const store = createAppStore({ ui: { ...initialState.ui, ...ui } });
  awaitPicture(store);
  const load = vi.fn(async () => 'late');
  const loaded = loadLate(load);
  const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
  await pass(500);
  return { store, load, loaded, pass };
}

describe('what comes late', () => {
  it('waits while the first picture is counted, drawn and then shown', async () => {
    const { store, load, loaded, pass } = await setup();
    setResults(store, { progress: { done: 5, total: 5 } });
    setResults(store, { status: 'ready', progress: null });
    await pass(500);
    releaseLate();
    await Promise.resolve();
    expect(load).not.toHaveBeenCalled();
    await pass(200);
    expect(await loaded).toBe('late');
  });

  it.each<{ what: string; happens: (store: AppStore) => void }>([
    { what: 'the count takes long', happens: (store) => setResults(store, { progress: { done: 1, total: 9 } }) },
    { what: 'the count fails', happens: (store) => setResults(store, { status: 'failed', error: 'planted' }) },
    { what: 'the count is cancelled', happens: (store) => setResults(store, { status: 'cancelled' }) },
    { what: 'another view takes the place of the strip', happens: (store) => setUi(store, { stageView: 'flow' }) },
  ])('comes when $what', async ({ happens }) => {
    const { store, load, pass } = await setup();
    expect(load).not.toHaveBeenCalled();
    happens(store);
    await pass(200);
    expect(load).toHaveBeenCalledOnce();
  });

  it('does not wait where another view is shown from the start', async () => {
    const { load } = await setup({ stageView: 'partitions' });
    expect(load).toHaveBeenCalledOnce();
  });

  it('comes after three seconds at the latest', async () => {
    const { load, pass } = await setup();
    await pass(2000);
    expect(load).not.toHaveBeenCalled();
    await pass(1000);
    expect(load).toHaveBeenCalledOnce();
  });
});
