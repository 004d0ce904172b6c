import { describe, expect, it, vi } from 'vitest';
import { commands } from '../../src/store/commands/commands.ts';
import { applyEdit, redo, undo } from '../../src/store/createAppStore.ts';
import { openScenario } from '../../src/store/edits/openScenario.ts';
import { setTarget } from '../../src/store/edits/setTarget.ts';
import { acceptFile, reopenFile } from '../../src/store/files.ts';
import { selectUnsaved } from '../../src/store/origin.ts';
import { serialiseScenario } from '../../src/store/parseScenario.ts';
import { defaultScenario } from '../../src/store/scenario.ts';
import type { Services } from '../../src/store/services.ts';
import { createTestApp, fileHandle } from '../fixtures/services.ts';

const uniform = (modulus: number) => ({ spec: { kind: 'uniform', modulus } }) as const;
const fileText = (name: string) => serialiseScenario({ ...defaultScenario, name });

function setup(own: Partial<Services> = {}) {
  const app = createTestApp(undefined, own);
  const run = async (id: string) => commands.find((command) => command.id === id)!.run(app.context);
  const state = app.store.getState;
  const openNamed = (name: string, handle = fileHandle(`${name}.json`)) => {
    app.world.fileToOpen = { name: `${name}.json`, text: fileText(name), handle };
    return run('openFile');
  };
  return { ...app, run, state, openNamed, isUnsaved: () => selectUnsaved(state()) };
}

describe('a document', () => {
  it('is unsaved once it differs from its example, and no longer when that is undone', () => {
    const { store, isUnsaved } = setup();
    expect(isUnsaved()).toBe(false);
    applyEdit(store, setTarget, uniform(16));
    expect(isUnsaved()).toBe(true);
    undo(store);
    expect(isUnsaved()).toBe(false);
    applyEdit(store, setTarget, uniform(16));
    applyEdit(store, setTarget, uniform(12));
    expect(isUnsaved()).toBe(false);
  });

  it('is never unsaved when it came from nowhere, as from a link', () => {
    const { store, state, isUnsaved } = setup();
    applyEdit(store, openScenario, { scenario: { ...defaultScenario, name: 'linked' } });
    expect(state().origin).toBeNull();
    applyEdit(store, setTarget, uniform(16));
    expect(isUnsaved()).toBe(false);
  });

  it('is saved to the file that it came from, without asking', async () => {
    const { store, run, world, state, openNamed, isUnsaved } = setup();
    await openNamed('plan');
    applyEdit(store, setTarget, uniform(24));
    expect(isUnsaved()).toBe(true);
    const { handle } = state().origin!;
    await run('saveFile');
    expect(world.saved).toHaveLength(1);
    expect(world.saved[0]!.name).toBe('plan.json');
    expect(JSON.parse(world.saved[0]!.text)).toMatchObject({ format: 'shardscope', to: { modulus: 24 } });
    expect(state().origin?.handle).toBe(handle);
    expect(isUnsaved()).toBe(false);
  });

  it('is saved to the new file after it was saved as another, also when one undoes', async () => {
    const { store, run, world, state, openNamed } = setup();
    await openNamed('plan');
    applyEdit(store, setTarget, uniform(24));
    world.handle = fileHandle('other.json');
    await run('saveFileAs');
    expect(world.saved.at(-1)!.name).toBe('plan.shardscope.json');
    undo(store);
    expect(state().origin?.handle).toBe(world.handle);
  });

  it('stays unsaved when the chooser is closed or the disk refuses, and the reader is told', async () => {
    const { store, run, context, isUnsaved, state } = setup();
    applyEdit(store, setTarget, uniform(16));
    const save = vi.spyOn(context.services.files, 'saveDocument').mockResolvedValueOnce(null);
    await run('saveFile');
    expect(isUnsaved()).toBe(true);
    expect(state().ui.notice).toBeNull();
    save.mockRejectedValueOnce(new Error('the disk is full'));
    await run('saveFile');
    expect(isUnsaved()).toBe(true);
    expect(state().ui.notice).toMatchObject({ key: 'notice.saveFailed', params: { message: 'the disk is full' } });
  });

  it('is downloaded where there are no handles, and counts as saved', async () => {
    const { store, run, world, isUnsaved } = setup();
    applyEdit(store, setTarget, uniform(16));
    await run('saveFile');
    expect(world.saved[0]!.name).toBe('orders.shardscope.json');
    expect(isUnsaved()).toBe(false);
    expect(world.recent).toEqual([]);
  });
});

describe('undo across files', () => {
  it('goes back to the file of the document that it brings back', async () => {
    const { store, run, world, state, openNamed } = setup();
    await openNamed('first');
    applyEdit(store, setTarget, uniform(24));
    await openNamed('second');
    expect(state().origin?.name).toBe('second.json');
    undo(store);
    expect(state()).toMatchObject({ document: { name: 'first' }, origin: { name: 'first.json' } });
    await run('saveFile');
    expect(world.saved.at(-1)!.name).toBe('first.json');
    redo(store);
    expect(state().origin?.name).toBe('second.json');
  });

  it('goes back to no file for what came from a link', async () => {
    const { store, state, openNamed } = setup();
    applyEdit(store, openScenario, { scenario: { ...defaultScenario, name: 'linked' } });
    await openNamed('file');
    undo(store);
    expect(state().origin).toBeNull();
  });

  it('keeps two openings of one example apart', async () => {
    const { store, run, world, state } = setup();
    await run('newScenario');
    applyEdit(store, setTarget, uniform(16));
    world.handle = fileHandle('mine.json');
    await run('saveFile');
    await run('newScenario');
    expect(state().origin).toMatchObject({ kind: 'example', handle: null });
    undo(store);
    expect(state().origin?.handle).toBe(world.handle);
  });
});

describe('recent files', () => {
  it('are the latest eight, each once, by what they are and not by their name', async () => {
    const { world, openNamed } = setup();
    const same = { name: 'same.json', isSameEntry: async (other: object) => other === again };
    const again = { name: 'same.json', isSameEntry: async () => true };
    await openNamed('same', same);
    for (let n = 1; n <= 7; n++) await openNamed('twin', fileHandle('twin.json'));
    await openNamed('same', again);
    expect(world.recent).toHaveLength(8);
    expect(world.recent[0]).toBe(again);
    expect(world.recent).not.toContain(same);
  });

  it('are opened again with their handle', async () => {
    const { context, world, state } = setup();
    const handle = fileHandle('plan.json');
    world.fileToOpen = { name: 'plan.json', text: fileText('plan') };
    await reopenFile(context, handle);
    expect(state()).toMatchObject({ document: { name: 'plan' }, origin: { kind: 'file', handle } });
  });

  it('that are gone are named, and the document stays', async () => {
    const { context, state } = setup();
    await reopenFile(context, fileHandle('gone.json'));
    expect(state().document).toBe(defaultScenario);
    expect(state().ui.notice).toMatchObject({ key: 'notice.fileGone', params: { name: 'gone.json' } });
  });
});

describe('a dropped file', () => {
  it.each([
    ['notes.txt', 2048, 'fileNotNamedJson', '2.05 kB'],
    ['huge.json', 4_000_001, 'fileTooLarge', '4 MB'],
  ])('%s of %i bytes is refused by name and size', (name, bytes, id, size) => {
    const { store, state } = setup();
    expect(acceptFile({ store }, name, bytes)).toBe(false);
    const { notice } = state().ui;
    expect(notice).toMatchObject({ kind: 'error', key: 'notice.dropRefused', params: { name }, refusal: { id } });
    expect(String(notice?.params?.size).replaceAll(/\s/g, ' ')).toBe(size);
  });

  it('with the name of a scenario is accepted', () => {
    const { store, state } = setup();
    expect(acceptFile({ store }, 'Plan.JSON', 4_000_000)).toBe(true);
    expect(state().ui.notice).toBeNull();
  });
});
