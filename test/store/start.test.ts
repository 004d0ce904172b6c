// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startApp } from '../../src/app/start.ts';
import { changeLocale, currentLocale } from '../../src/i18n/i18n.ts';
import { applyEdit, setUi, undo } from '../../src/store/createAppStore.ts';
import { StorageOff } from '../../src/store/database.ts';
import { setTarget } from '../../src/store/edits/setTarget.ts';
import { encodeLink } from '../../src/store/link.ts';
import { defaultScenario, type Scenario } from '../../src/store/scenario.ts';
import { createTestServices, createWorld, type World } from '../fixtures/services.ts';

const linked: Scenario = { ...defaultScenario, name: 'linked', to: { kind: 'uniform', modulus: 16 } };
const stored: Scenario = { ...defaultScenario, name: 'stored', to: { kind: 'uniform', modulus: 9 } };

/** jsdom's window outlives a test; what an app bound to it must not. */
let bound: [string, EventListener][] = [];

beforeEach(() => {
  bound = [];
  const add = window.addEventListener.bind(window);
  vi.spyOn(window, 'addEventListener').mockImplementation((type, listener) => {
    bound.push([type, listener as EventListener]);
    add(type, listener as EventListener);
  });
});

afterEach(async () => {
  for (const [type, listener] of bound) window.removeEventListener(type, listener);
  vi.restoreAllMocks();
  vi.useRealTimers();
  await changeLocale('en');
});

async function start(world: World = createWorld()) {
  const { services } = createTestServices(world);
  const context = await startApp(services);
  const state = context.store.getState;
  const ready = () => vi.waitFor(() => expect(state().results.status).toBe('ready'), 10_000);
  return { ...context, services, world, state, ready };
}

describe('the app starts with', () => {
  it('the first example when there is nothing else, and counts it', async () => {
    const { state, ready } = await start();
    expect(state().document).toBe(defaultScenario);
    expect(state().ui).toMatchObject({ locale: 'en', theme: 'system', notice: null });
    await ready();
    expect(state().results.counted?.reply.changes[0]?.from[0]).toBe(12_644);
  });

  it('its worker, which gets ready while what was autosaved is read', async () => {
    const { services } = createTestServices();
    const steps = [
      vi.spyOn(services.engine, 'warm'),
      vi.spyOn(services.storage, 'load'),
      vi.spyOn(services.engine, 'run'),
    ];
    await startApp(services);
    const order = steps.map(({ mock }) => mock.invocationCallOrder[0]!);
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });

  it('what was autosaved, in its theme and language', async () => {
    const world = {
      ...createWorld(),
      stored: { scenario: stored, preferences: { theme: 'dark', locale: 'ru' } } as const,
    };
    const { state } = await start(world);
    expect(state().document).toEqual(stored);
    expect(state().ui).toMatchObject({ theme: 'dark', locale: 'ru' });
    expect(currentLocale()).toBe('ru');
  });

  it('the link rather than the autosave, at the place that the link names, paused', async () => {
    const world = {
      ...createWorld(),
      stored: { scenario: stored, preferences: { theme: 'dark' } } as const,
      hashes: [encodeLink({ scenario: linked, t: 3.5 })],
    };
    const { state, ready } = await start(world);
    expect(state().document).toEqual(linked);
    expect(state().ui.theme).toBe('dark');
    await ready();
    expect(state().playback).toMatchObject({ t: 3.5, playing: false, startAt: null });
  });

  it('the view and language of a link for this visit, and keeps the reader’s own language stored', async () => {
    const world = {
      ...createWorld(),
      stored: { scenario: stored, preferences: { locale: 'zh' } } as const,
      hashes: [encodeLink({ scenario: linked, t: null, view: 'flow', lang: 'ru' })],
    };
    const { state, store } = await start(world);
    expect(state().ui).toMatchObject({ stageView: 'flow', locale: 'ru' });
    expect(currentLocale()).toBe('ru');
    setUi(store, { theme: 'dark' });
    await vi.waitFor(() => expect(world.stored.preferences).toMatchObject({ theme: 'dark', locale: 'zh' }), 5000);
    setUi(store, { locale: 'en' });
    await vi.waitFor(() => expect(world.stored.preferences).toMatchObject({ theme: 'dark', locale: 'en' }), 5000);
  });

  it.each([
    ['the autosave', stored, stored],
    ['the first example', null, defaultScenario],
  ])('%s and a message when the link is broken', async (_case, scenario, expected) => {
    const world = {
      ...createWorld(),
      stored: { scenario, preferences: {} } as const,
      hashes: [encodeLink({ scenario: linked, t: null }).slice(0, 40)],
    };
    const { state } = await start(world);
    expect(state().document).toEqual(expected);
    expect(state().ui.notice).toMatchObject({
      kind: 'error',
      key: 'notice.linkRefused',
      refusal: { id: 'linkDamaged' },
    });
  });

  it('the first example when the storage can’t be read', async () => {
    const { services } = createTestServices();
    vi.spyOn(services.storage, 'load').mockRejectedValue(new Error('forbidden'));
    const { store } = await startApp(services);
    expect(store.getState().document).toBe(defaultScenario);
  });

  it.each([
    ['damaged', 'notice.autosaveDamaged'],
    ['fresh', 'notice.databaseFresh'],
  ] as const)('a message when what was stored is %s', async (trouble, key) => {
    const { state } = await start({ ...createWorld(), stored: { scenario: null, preferences: {}, trouble } });
    expect(state().ui.notice).toEqual({ kind: 'error', key });
  });

  it('the file of the document when the tab is loaded anew, and with none when the link is another', async () => {
    const origin = { kind: 'file', name: 'a.json', saved: defaultScenario, handle: null } as const;
    const world = (hash: Scenario) => ({
      ...createWorld(),
      stored: { scenario: stored, preferences: {}, origin },
      hashes: [encodeLink({ scenario: hash, t: null })],
    });
    expect((await start(world(stored))).state().origin).toBe(origin);
    expect((await start(world(linked))).state().origin).toBeNull();
  });

  it('the language of the browser when none was chosen', async () => {
    vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['fr-FR', 'zh-CN', 'en']);
    const { state } = await start();
    expect(state().ui.locale).toBe('zh');
    expect(currentLocale()).toBe('zh');
  });
});

describe('the open app', () => {
  it('opens a link pasted into its address as one undoable edit', async () => {
    const { store, state, world, ready } = await start();
    await ready();
    world.hashes.push(encodeLink({ scenario: linked, t: 2 }));
    window.dispatchEvent(new HashChangeEvent('hashchange'));
    await vi.waitFor(() => expect(state().document).toEqual(linked));
    expect(state().ui.notice).toMatchObject({ kind: 'info', key: 'notice.linkOpened', params: { name: 'linked' } });
    await ready();
    expect(state().playback).toMatchObject({ t: 2, playing: false });
    undo(store);
    expect(state().document).toBe(defaultScenario);
  });

  it('says what is wrong with a pasted link and leaves the scenario alone', async () => {
    const { state, world } = await start();
    world.hashes.push('#v9.abcd');
    window.dispatchEvent(new HashChangeEvent('hashchange'));
    await vi.waitFor(() => expect(state().ui.notice).not.toBeNull());
    expect(state().document).toBe(defaultScenario);
    expect(state().ui.notice).toMatchObject({ kind: 'error', refusal: { id: 'linkNewer', params: { value: '9' } } });
  });

  it('leaves the scenario alone when the address loses its link', async () => {
    const { state, world } = await start();
    world.hashes.push('');
    window.dispatchEvent(new HashChangeEvent('hashchange'));
    expect(state().document).toBe(defaultScenario);
    expect(state().ui.notice).toBeNull();
  });

  it('loads the catalogue of a chosen language', async () => {
    const { store } = await start();
    setUi(store, { locale: 'ru' });
    await vi.waitFor(() => expect(currentLocale()).toBe('ru'));
  });

  it.each([
    [new Error('the disk is gone'), { key: 'notice.autosaveFailed', params: { message: 'the disk is gone' } }],
    [new DOMException('full', 'QuotaExceededError'), { key: 'notice.storageFull' }],
    [new StorageOff('none'), { key: 'notice.storageOff' }],
  ])('says so when the browser does not keep the scenario: %s', async (error, notice) => {
    const { store, state, services } = await start();
    vi.spyOn(services.storage, 'save').mockRejectedValue(error);
    applyEdit(store, setTarget, { spec: { kind: 'uniform', modulus: 16 } });
    await vi.waitFor(() => expect(state().ui.notice).toMatchObject({ kind: 'error', ...notice }));
  });
});
