import { act, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { commands } from '../../src/store/commands/commands.ts';
import { applyEdit } from '../../src/store/createAppStore.ts';
import { renameTable } from '../../src/store/edits/renameTable.ts';
import { setTarget } from '../../src/store/edits/setTarget.ts';
import { Header } from '../../src/views/header/Header.tsx';
import { renderApp } from '../fixtures/renderApp.tsx';
import { setMedia } from './media.ts';

async function setup() {
  const app = await renderApp(<Header />);
  const open = async (menu: string) => {
    await app.user.click(screen.getByRole('button', { name: menu }));
    return screen.getByRole('menu', { name: menu });
  };
  /** By its label: keys and a reason follow it in the name. */
  const entry = (label: string) => {
    const name = new RegExp(`^${label}($| (Ctrl|Space|[/?F\\d←→]|Nothing))`);
    return (
      screen.queryByRole('menuitem', { name }) ??
      screen.queryByRole('menuitemcheckbox', { name }) ??
      screen.getByRole('menuitemradio', { name })
    );
  };
  const name = () => screen.getByRole('textbox', { name: 'Name of the scenario' });
  return { ...app, open, entry, name };
}

describe('the menus', () => {
  it.each([
    ['File', 'file'],
    ['Edit', 'edit'],
    ['View', 'view'],
    ['Plan', 'plan'],
    ['Help', 'help'],
  ])('%s holds all its commands', async (label, id) => {
    const { open } = await setup();
    const menu = await open(label);
    const plain = within(menu).queryAllByRole('menuitem');
    const choices = within(menu).queryAllByRole('menuitemradio');
    const switches = within(menu).queryAllByRole('menuitemcheckbox');
    const expected = commands.filter(({ menu: its, inMenu }) => its === id && inMenu !== false);
    expect(expected.length).toBeGreaterThan(1);
    expect(plain.length + choices.length + switches.length).toBe(expected.length);
  });

  it('show the keys that do the same', async () => {
    const { open, entry } = await setup();
    await open('File');
    expect(entry('Open…')).toHaveTextContent('Ctrl+O');
    expect(entry('Copy link')).toHaveTextContent('Ctrl+Shift+L');
  });

  it('keep what can’t be done in view, with the reason', async () => {
    const { user, open, entry, state } = await setup();
    await open('Edit');
    const undo = entry('Undo');
    expect(undo).toHaveAttribute('aria-disabled', 'true');
    expect(undo).toHaveTextContent('Nothing to undo');
    expect(entry('Redo')).toHaveTextContent('Nothing to redo');
    await user.click(undo);
    expect(state().ui.notice).toBeNull();
  });

  it('name the change that undo takes back, and then the one that redo brings back', async () => {
    const { user, edit, open, entry, state } = await setup();
    await edit(setTarget, { spec: { kind: 'uniform', modulus: 16 } });
    await open('Edit');
    await user.click(entry('Undo: Ask for 16 partitions'));
    expect(state().document.to).toEqual({ kind: 'uniform', modulus: 12 });
    await open('Edit');
    await user.click(entry('Redo: Ask for 16 partitions'));
    expect(state().document.to).toEqual({ kind: 'uniform', modulus: 16 });
  });

  it('name the latest change also when the history is full', async () => {
    const { store, open, entry } = await setup();
    act(() => {
      for (let n = 1; n <= 101; n++) applyEdit(store, renameTable, { name: `t${n}` });
    });
    act(() => void applyEdit(store, renameTable, { name: 'latest' }));
    await open('Edit');
    expect(entry('Undo: Name the table latest')).toBeInTheDocument();
  });

  it('mark what is on, and switch it', async () => {
    const { user, open, entry, state } = await setup();
    await open('View');
    expect(entry('Strip')).toBeChecked();
    expect(entry('SQL')).toBeChecked();
    expect(entry('Verify')).not.toBeChecked();
    await user.click(entry('Verify'));
    expect(state().ui.layout.right.active).toBe('verify');
    await open('View');
    expect(entry('Verify')).toBeChecked();
    expect(entry('SQL')).not.toBeChecked();
  });

  it('offer to pause while the plan plays, and to play after that', async () => {
    const { user, open, entry, state } = await setup();
    await open('Plan');
    await user.click(entry('Pause'));
    expect(state().playback.playing).toBe(false);
    await open('Plan');
    expect(entry('Play')).toBeInTheDocument();
  });
});

describe('the name of the scenario', () => {
  it('is taken over at Enter, without the blanks around it', async () => {
    const { user, name, state } = await setup();
    await user.clear(name());
    await user.type(name(), '  orders 2026 {Enter}');
    expect(state().document.name).toBe('orders 2026');
    expect(state().document.table.name).toBe('orders');
  });

  it('is taken over when one leaves the field', async () => {
    const { user, name, state } = await setup();
    await user.type(name(), '!');
    expect(state().document.name).toBe('orders');
    await user.tab();
    expect(state().document.name).toBe('orders!');
  });

  it('stays when one escapes or empties it', async () => {
    const { user, name, state } = await setup();
    await user.type(name(), '!{Escape}');
    expect(name()).toHaveValue('orders');
    await user.clear(name());
    await user.keyboard('{Enter}');
    expect(name()).toHaveValue('orders');
    expect(state().history.past).toEqual([]);
  });
});

describe('the buttons at the end', () => {
  it('open the window with the ways out of the app', async () => {
    const { user, state } = await setup();
    await user.click(screen.getByRole('button', { name: 'Share' }));
    expect(state().ui.dialog).toBe('share');
  });

  it('switch the language, each under its own name', async () => {
    const { user, state } = await setup();
    await user.click(screen.getByRole('button', { name: 'Language' }));
    expect(screen.getByRole('menuitemradio', { name: 'English' })).toBeChecked();
    expect(screen.getByRole('menuitemradio', { name: '中文' })).toBeInTheDocument();
    await user.click(screen.getByRole('menuitemradio', { name: 'Русский' }));
    expect(state().ui.locale).toBe('ru');
  });

  it('switch to the theme that is not on', async () => {
    const { user, state } = await setup();
    const button = screen.getByRole('button', { name: 'Switch between light and dark' });
    await user.click(button);
    expect(state().ui.theme).toBe('dark');
    await user.click(button);
    expect(state().ui.theme).toBe('light');
  });

  it('switch to light first where the system is dark', async () => {
    setMedia('(prefers-color-scheme: dark)', true);
    const { user, state } = await setup();
    await user.click(screen.getByRole('button', { name: 'Switch between light and dark' }));
    expect(state().ui.theme).toBe('light');
  });
});
