import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { AppDialogs } from '../../src/app/AppDialogs.tsx';
import { DropZone } from '../../src/app/DropZone.tsx';
import { setUi, undo } from '../../src/store/createAppStore.ts';
import { setTarget } from '../../src/store/edits/setTarget.ts';
import { examples } from '../../src/store/examples/examples.ts';
import { serialiseScenario } from '../../src/store/parseScenario.ts';
import { defaultScenario } from '../../src/store/scenario.ts';
import type { DialogId } from '../../src/store/state.ts';
import { renderApp } from '../fixtures/renderApp.tsx';
import { fileHandle } from '../fixtures/services.ts';

const uniform = (modulus: number) => ({ spec: { kind: 'uniform', modulus } }) as const;

async function setup() {
  const app = await renderApp(
    <>
      <AppDialogs />
      <DropZone />
    </>,
  );
  const open = async (dialog: DialogId) => {
    act(() => setUi(app.store, { dialog }));
    // The window arrives on demand, which takes a while on a busy machine.
    return within(await screen.findByRole('dialog', {}, { timeout: 15_000 }));
  };
  const closed = () => waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  const target = () => app.state().document.to;
  return { ...app, open, closed, target };
}

describe('the gallery', () => {
  it('shows every example with what it shows and where it is from', async () => {
    const { open } = await setup();
    const dialog = await open('gallery');
    const cards = await dialog.findAllByRole('listitem');
    expect(cards).toHaveLength(examples.length);
    expect(within(cards[0]!).getByRole('button')).toHaveAccessibleDescription(/Why PostgreSQL can’t turn 8/);
    for (const { id } of examples) expect(dialog.queryByText(new RegExp(`example\\..*${id}`))).toBeNull();
    expect(dialog.getByRole('link', { name: /Great Re-shard/ })).toHaveAttribute(
      'href',
      expect.stringMatching(/^https/),
    );
  });

  it('opens what is chosen with its view, as one undoable edit', async () => {
    const { user, open, closed, state, store } = await setup();
    const dialog = await open('gallery');
    await user.click(await dialog.findByRole('button', { name: '480 shards, 32 → 96 databases' }));
    await closed();
    expect(state().document).toMatchObject({ name: '480 shards', from: { modulus: 480 } });
    expect(state().ui.stageView).toBe('ring');
    expect(state().origin).toMatchObject({ kind: 'example', name: '480 shards' });
    undo(store);
    expect(state().document).toBe(defaultScenario);
  });
});

describe('the undo history', () => {
  it('lists the start and every edit, marks the place, and goes where one clicks', async () => {
    const { user, edit, open, target, store } = await setup();
    for (const modulus of [16, 24, 32]) {
      await edit(setTarget, uniform(modulus));
      store.setState(({ history }) => ({
        history: { ...history, past: history.past.map((e) => ({ ...e, mergeKey: null })) },
      }));
    }
    const dialog = await open('history');
    const names = () => dialog.getAllByRole('option').map((option) => option.textContent);
    await dialog.findAllByRole('option');
    expect(names()).toEqual(['Start', 'Ask for 16 partitions', 'Ask for 24 partitions', 'Ask for 32 partitions']);
    const current = () => dialog.getByRole('option', { selected: true }).textContent;
    expect(current()).toBe('Ask for 32 partitions');
    await user.click(dialog.getByRole('option', { name: 'Ask for 16 partitions' }));
    expect(target()).toEqual({ kind: 'uniform', modulus: 16 });
    expect(current()).toBe('Ask for 16 partitions');
    expect(names()).toHaveLength(4);
  });

  it('is walked by keyboard: Home is the start, End is the end, Enter goes there', async () => {
    const { user, edit, open, target } = await setup();
    await edit(setTarget, uniform(16));
    const dialog = await open('history');
    await waitFor(() => expect(dialog.getByRole('option', { selected: true })).toHaveFocus());
    await user.keyboard('{Home}{Enter}');
    expect(target()).toEqual({ kind: 'uniform', modulus: 12 });
    await user.keyboard('{ArrowDown}{Enter}');
    expect(target()).toEqual({ kind: 'uniform', modulus: 16 });
  });
});

describe('the version history', () => {
  const version = {
    time: Date.UTC(2026, 0, 2, 3, 4, 5),
    name: 'older',
    label: { key: 'edit.setTarget', params: { count: 24 } },
    scenario: serialiseScenario({ ...defaultScenario, name: 'older', to: { kind: 'uniform', modulus: 24 } }),
  } as const;

  it('says that there is nothing yet', async () => {
    const { open } = await setup();
    expect(await (await open('versions')).findByText(/No versions yet/)).toBeInTheDocument();
  });

  it('names each version with its time, its size and its last change, and opens one', async () => {
    const { user, world, open, closed, state } = await setup();
    world.versions.push({ ...version, id: '1' });
    const option = await (await open('versions')).findByRole('option', { name: 'older' });
    expect(option).toHaveTextContent('Jan 2, 2026');
    expect(option).toHaveTextContent(/\d+ bytes|kB/);
    expect(option).toHaveAccessibleDescription('Ask for 24 partitions');
    await user.click(option);
    await closed();
    expect(state().document).toMatchObject({ name: 'older', to: { modulus: 24 } });
    expect(state().history.past.at(-1)?.label).toEqual({ key: 'edit.openScenario', params: { name: 'older' } });
  });

  it('is deleted as a whole, after a second press', async () => {
    const { user, world, open } = await setup();
    world.versions.push({ ...version, id: '1' }, { ...version, id: '2' });
    const dialog = await open('versions');
    await user.click(await dialog.findByRole('button', { name: 'Delete all' }));
    await user.click(dialog.getByRole('button', { name: 'Keep them' }));
    expect(world.versions).toHaveLength(2);
    await user.click(dialog.getByRole('button', { name: 'Delete all' }));
    await user.click(dialog.getByRole('button', { name: 'Delete 2 versions' }));
    expect(await dialog.findByText(/No versions yet/)).toBeInTheDocument();
    expect(world.versions).toEqual([]);
  });

  it('says why a damaged version was not opened', async () => {
    const { user, world, open, state } = await setup();
    world.versions.push({ ...version, id: '1', scenario: '{"format":"shardscope"' });
    await user.click(await (await open('versions')).findByRole('option', { name: 'older' }));
    expect(state().document).toBe(defaultScenario);
    expect(state().ui.notice).toMatchObject({ key: 'notice.fileRefused', params: { name: 'older' } });
  });

  it('stands in for the recent files where the browser hands out none', async () => {
    const { world, open } = await setup();
    world.versions.push({ ...version, id: '1' });
    expect(await (await open('recent')).findByRole('option', { name: 'older' })).toBeInTheDocument();
  });
});

describe('the recent files', () => {
  it('are opened again', async () => {
    const { user, world, open, state } = await setup();
    world.recent = [fileHandle('plan.json')];
    world.fileToOpen = { name: 'plan.json', text: serialiseScenario({ ...defaultScenario, name: 'plan' }) };
    await user.click(await (await open('recent')).findByRole('option', { name: 'plan.json' }));
    await waitFor(() => expect(state().document.name).toBe('plan'));
    expect(state().origin).toMatchObject({ kind: 'file', name: 'plan.json' });
  });
});

describe('a file over the window', () => {
  const transfer = (file: File) => ({
    dataTransfer: { types: ['Files'], items: [{ kind: 'file', getAsFile: () => file }] },
  });
  const json = new File([serialiseScenario({ ...defaultScenario, name: 'dropped' })], 'dropped.json');

  it('is announced while it is dragged, and opened when it is dropped', async () => {
    const { state } = await setup();
    fireEvent.dragEnter(document.body, transfer(json));
    expect(screen.getByText('Drop the scenario file to open it')).toBeInTheDocument();
    fireEvent.drop(document.body, transfer(json));
    expect(screen.queryByText('Drop the scenario file to open it')).not.toBeInTheDocument();
    await waitFor(() => expect(state().document.name).toBe('dropped'));
    expect(state().origin).toMatchObject({ kind: 'file', name: 'dropped.json' });
  });

  it('is announced no more when it is dragged away', async () => {
    await setup();
    fireEvent.dragEnter(document.body, transfer(json));
    fireEvent.dragEnter(document.body, transfer(json));
    fireEvent.dragLeave(document.body, transfer(json));
    expect(screen.getByText('Drop the scenario file to open it')).toBeInTheDocument();
    fireEvent.dragLeave(document.body, transfer(json));
    expect(screen.queryByText('Drop the scenario file to open it')).not.toBeInTheDocument();
  });

  it('that is none of the app’s is refused', async () => {
    const { state } = await setup();
    fireEvent.drop(document.body, transfer(new File(['hello'], 'notes.txt')));
    expect(state().ui.notice).toMatchObject({ key: 'notice.dropRefused', params: { name: 'notes.txt' } });
    expect(state().document).toBe(defaultScenario);
  });

  it('and text that is dragged are told apart', async () => {
    await setup();
    fireEvent.dragEnter(document.body, { dataTransfer: { types: ['text/plain'], items: [] } });
    expect(screen.queryByText('Drop the scenario file to open it')).not.toBeInTheDocument();
  });
});
