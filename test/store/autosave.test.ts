import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { applyEdit, createAppStore, setPlayback, setUi } from '../../src/store/createAppStore.ts';
import { setTarget } from '../../src/store/edits/setTarget.ts';
import { startAutosave } from '../../src/store/effects/autosave.ts';
import { decodeLink } from '../../src/store/link.ts';
import { createTestServices } from '../fixtures/services.ts';

const uniform = (modulus: number) => ({ spec: { kind: 'uniform', modulus } }) as const;
const QUIET_MS = 250;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function setup() {
  const { services, world } = createTestServices();
  const store = createAppStore();
  const save = vi.spyOn(services.storage, 'save');
  const onError = vi.fn();
  const { stop, saveNow } = startAutosave(store, services, onError);
  const quiet = () => vi.advanceTimersByTimeAsync(QUIET_MS);
  return { store, world, save, onError, stop, saveNow, quiet };
}

describe('autosave', () => {
  it('writes storage and address once things have been quiet', async () => {
    const { store, world, save, quiet } = setup();
    for (const modulus of [9, 10, 16]) {
      applyEdit(store, setTarget, uniform(modulus));
      await vi.advanceTimersByTimeAsync(QUIET_MS - 1);
    }
    expect(save).not.toHaveBeenCalled();
    expect(world.hashes).toEqual([]);
    await quiet();
    expect(save).toHaveBeenCalledOnce();
    expect(world.stored).toMatchObject({
      scenario: store.getState().document,
      preferences: { theme: 'system', locale: 'en' },
    });
    expect(world.hashes).toHaveLength(1);
    expect(decodeLink(world.hashes[0]!)).toMatchObject({ ok: true, value: { scenario: { to: { modulus: 16 } } } });
  });

  it('writes at once when it is asked to, and not again when things are quiet', async () => {
    const { store, world, save, saveNow, quiet } = setup();
    applyEdit(store, setTarget, uniform(16));
    await saveNow();
    expect(world.stored).toMatchObject({ scenario: { to: { modulus: 16 } } });
    await quiet();
    expect(save).toHaveBeenCalledOnce();
  });

  it('tells whoever asked it to write at once that the storage refuses', async () => {
    const { save, saveNow } = setup();
    save.mockRejectedValueOnce(new Error('the disk is full'));
    await expect(saveNow()).rejects.toThrow('the disk is full');
  });

  it('keeps theme and language', async () => {
    const { store, world, quiet } = setup();
    setUi(store, { theme: 'dark' });
    await quiet();
    setUi(store, { locale: 'ru' });
    await quiet();
    expect(world.stored).toMatchObject({ preferences: { theme: 'dark', locale: 'ru' } });
  });

  it('keeps the place of the playhead once it rests, and not while it moves', async () => {
    const { store, world, quiet } = setup();
    setPlayback(store, { playing: true, t: 0.5 });
    setPlayback(store, { t: 1.25 });
    await quiet();
    expect(world.hashes).toEqual([]);
    setPlayback(store, { playing: false });
    await quiet();
    expect(decodeLink(world.hashes.at(-1)!)).toMatchObject({ ok: true, value: { t: 1.25 } });
    setPlayback(store, { t: 2 });
    await quiet();
    expect(decodeLink(world.hashes.at(-1)!)).toMatchObject({ ok: true, value: { t: 2 } });
  });

  it('does not keep the place of the play that started by itself', async () => {
    const { store, world, quiet } = setup();
    setPlayback(store, { playing: true, auto: true, t: 3 });
    applyEdit(store, setTarget, uniform(16));
    await quiet();
    expect(decodeLink(world.hashes[0]!)).toMatchObject({ ok: true, value: { t: null } });
  });

  it('leaves storage alone for what a reload need not bring back', async () => {
    const { store, save, quiet } = setup();
    setUi(store, { stageView: 'flow', dialog: 'about' });
    await quiet();
    expect(save).not.toHaveBeenCalled();
  });

  it('tells once of a storage that refuses, and again when it refuses anew', async () => {
    const { store, save, onError, quiet } = setup();
    const error = new Error('the quota is used up');
    const change = async (modulus: number): Promise<void> => {
      applyEdit(store, setTarget, uniform(modulus));
      await quiet();
    };
    save.mockRejectedValueOnce(error).mockRejectedValueOnce(error);
    await change(16);
    await change(24);
    expect(onError).toHaveBeenCalledExactlyOnceWith(error);
    await change(32);
    save.mockRejectedValueOnce(error);
    await change(64);
    expect(onError).toHaveBeenCalledTimes(2);
  });

  it('lets the browser ask before closing only while there are changes that are kept nowhere', async () => {
    const { store, world, save, quiet } = setup();
    applyEdit(store, setTarget, uniform(16));
    await quiet();
    expect(world.asksBeforeClosing).toBe(false);
    save.mockRejectedValue(new Error('the quota is used up'));
    applyEdit(store, setTarget, uniform(24));
    await quiet();
    expect(world.asksBeforeClosing).toBe(true);
    const { document } = store.getState();
    store.setState({ origin: { kind: 'file', name: 'a.json', saved: document, handle: null } });
    expect(world.asksBeforeClosing).toBe(false);
    applyEdit(store, setTarget, uniform(32));
    expect(world.asksBeforeClosing).toBe(true);
    save.mockReset();
    await quiet();
    expect(world.asksBeforeClosing).toBe(false);
  });

  it('writes nothing once it is stopped, not even what was due', async () => {
    const { store, save, stop, quiet } = setup();
    applyEdit(store, setTarget, uniform(16));
    stop();
    await quiet();
    applyEdit(store, setTarget, uniform(9));
    await quiet();
    expect(save).not.toHaveBeenCalled();
  });
});
