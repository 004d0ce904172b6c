import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { changeLocale } from '../../src/i18n/i18n.ts';
import type { Locale } from '../../src/i18n/locales.ts';
import { setUi } from '../../src/store/createAppStore.ts';
import type { Ui } from '../../src/store/state.ts';
import { commandsNow } from '../../src/store/targetCommands/commandsNow.ts';
import { useApp } from '../../src/store/useApp.ts';
import { Palette } from '../../src/views/palette/Palette.tsx';
import { renderApp } from '../fixtures/renderApp.tsx';
import { faults } from './faults.ts';

afterEach(() => changeLocale('en'));

/** The page behind, with a field that has the focus before. */
function Page() {
  const isOpen = useApp(({ ui }) => ui.dialog === 'palette');
  return (
    <>
      <input aria-label="Elsewhere" />
      {isOpen && <Palette />}
    </>
  );
}

async function setup(ui: Partial<Ui> = {}, locale: Locale = 'en') {
  await changeLocale(locale);
  const walkRegions = vi.fn<(direction: 1 | -1) => void>();
  const app = await renderApp(<Page />, { services: { walkRegions } });
  screen.getByRole('textbox', { name: 'Elsewhere' }).focus();
  act(() => setUi(app.store, { ...ui, locale, dialog: 'palette' }));
  const field = () => screen.getByRole('searchbox');
  await waitFor(() => expect(field()).toHaveFocus());
  const rows = () => [...screen.getByRole('dialog').querySelectorAll<HTMLElement>('[role^="menuitem"]')];
  const names = () => rows().map((row) => row.querySelector('[class*="label"]')?.textContent);
  const row = (name: string) => rows().find((candidate) => candidate.textContent?.startsWith(name))!;
  const lit = () => rows().find((candidate) => candidate.dataset.focused === 'true');
  return { ...app, field, rows, names, row, lit, walkRegions };
}

describe('the palette', () => {
  it('lists every command but itself, by menu, with its shortcut', async () => {
    const { rows, row, state } = await setup();
    expect(rows()).toHaveLength(commandsNow(state()).length - 1);
    const groups = screen.getAllByRole('group').map((group) => group.getAttribute('aria-label'));
    expect(groups).toEqual(['File', 'Edit', 'View', 'Plan', 'Help', 'Panel']);
    expect(row('Save')).toHaveTextContent('Ctrl+S');
  });

  it('offers what can be done with the partition at hand, and does it', async () => {
    const { user, names, state } = await setup({ partition: { side: 'from', name: 'orders_8_3' } });
    expect(screen.getAllByRole('group')[0]).toHaveAccessibleName('Partition');
    expect(names()[0]).toBe('Split orders_8_3 by 2');
    await user.keyboard('split 8_3');
    expect(names().slice(0, 5)).toEqual([2, 3, 4, 5, 8].map((parts) => `Split orders_8_3 by ${parts}`));
    await user.keyboard(' by 4{Enter}');
    expect(state().document.to).toMatchObject({ kind: 'mixed' });
    expect(state().ui.recentCommands).toEqual(['split4']);
  });

  it('finds parts of names and marks the letters that match', async () => {
    const { user, names, row } = await setup();
    await user.keyboard('spevtw');
    expect(names()).toEqual(['Split every partition in two']);
    const marked = [...row('Split').querySelectorAll('mark')].map((mark) => mark.textContent);
    expect(marked.join('')).toBe('Spevtw');
  });

  it('finds by the menu’s name too, behind what has the text in its own', async () => {
    const { user, names } = await setup();
    await user.keyboard('plan');
    const own = names().filter((name) => /plan/i.test(name ?? ''));
    expect(own).toContain('Plan the way back');
    expect(names().slice(0, own.length)).toEqual(own);
    expect(names()).toContain('Next step');
  });

  it('finds in the reader’s language and in English', async () => {
    const { user, names, field } = await setup({}, 'ru');
    await user.keyboard('темн');
    expect(names()).toEqual(['Тёмная тема']);
    await user.clear(field());
    await user.keyboard('dark');
    expect(names()).toEqual(['Тёмная тема']);
  });

  it('has the one run last first among equal matches', async () => {
    const { user, names } = await setup({
      partition: { side: 'from', name: 'orders_8_3' },
      recentCommands: ['split5', 'split3'],
    });
    await user.keyboard('split 8_3');
    expect(names().slice(0, 3)).toEqual([5, 3, 2].map((parts) => `Split orders_8_3 by ${parts}`));
  });

  it('names the text that nothing matches', async () => {
    const { user, rows } = await setup();
    await user.keyboard('qqq');
    expect(rows()).toEqual([]);
    expect(screen.getByText('No command matches “qqq”.', { selector: 'p' })).toBeInTheDocument();
    await user.keyboard('{Enter}');
    expect(screen.getByRole('dialog')).toBeInTheDocument();
  });

  it('begins with the recent commands, and leaves out those that are no more', async () => {
    const { names } = await setup({ recentCommands: ['showRing', 'gone', 'themeDark'] });
    expect(names().slice(0, 3)).toEqual(['Ring + nodes', 'Dark theme', 'New from the first example']);
    expect(names().filter((name) => name === 'Dark theme')).toHaveLength(1);
  });

  it('marks what is on', async () => {
    const { row } = await setup();
    expect(row('Strip')).toHaveAttribute('aria-checked', 'true');
    expect(row('Flow')).toHaveAttribute('aria-checked', 'false');
    expect(row('Open…')).not.toHaveAttribute('aria-checked');
  });

  it('keeps what can’t be done in the list, with the reason, and doesn’t do it', async () => {
    const { user, row, lit, state } = await setup();
    await user.keyboard('undo');
    expect(row('Undo')).toHaveAttribute('aria-disabled', 'true');
    expect(row('Undo')).toHaveAccessibleName('Undo Edit Ctrl+Z Nothing to undo');
    expect(lit()).toBe(row('Undo'));
    await user.keyboard('{Enter}');
    expect(state().ui.dialog).toBe('palette');
    await user.click(row('Undo'));
    expect(state().ui.dialog).toBe('palette');
    expect(state().ui.recentCommands).toEqual([]);
  });

  it('finds no fault with axe, open, searched and empty', async () => {
    const { user, field, lit } = await setup({ recentCommands: ['showRing'] });
    expect(await faults()).toEqual([]);
    await user.keyboard('part');
    // It is told a moment later, so as not to talk over what is typed.
    await waitFor(() => expect(field()).toHaveAttribute('aria-activedescendant', lit()!.id), { timeout: 5000 });
    expect(await faults()).toEqual([]);
    await user.keyboard('qqq');
    expect(await faults()).toEqual([]);
  });
});

describe('the keyboard in the palette', () => {
  it('runs the best match at Enter, remembers it, and gives the focus back', async () => {
    const { user, state } = await setup();
    await user.keyboard('dark{Enter}');
    expect(state().ui).toMatchObject({ theme: 'dark', dialog: null, recentCommands: ['themeDark'] });
    await waitFor(() => expect(screen.getByRole('textbox', { name: 'Elsewhere' })).toHaveFocus());
  });

  it('walks the list with the arrows and says where it is', async () => {
    const { user, field, lit, state } = await setup();
    expect(lit()).toBeUndefined();
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{ArrowDown}{ArrowDown}');
    expect(lit()).toHaveTextContent('Save Ctrl+S');
    await waitFor(() => expect(field()).toHaveAttribute('aria-activedescendant', lit()!.id));
    await user.keyboard('{Enter}');
    expect(state().ui.notice).toMatchObject({ key: 'notice.saved' });
  });

  it('does nothing at Enter before anything was typed or ever run', async () => {
    const { user, state } = await setup();
    await user.keyboard('{Enter}');
    expect(state().ui.dialog).toBe('palette');
    expect(state().history.past).toEqual([]);
  });

  it('runs the latest command again at Enter', async () => {
    const { user, state } = await setup({ recentCommands: ['showFlow', 'showRing'] });
    await user.keyboard('{Enter}');
    expect(state().ui.stageView).toBe('flow');
  });

  it('runs the best match also after letters were deleted', async () => {
    const { user, state } = await setup();
    await user.keyboard('flowers{Backspace}{Backspace}{Backspace}');
    expect(screen.getByRole('dialog')).toHaveTextContent('Flow');
    await user.keyboard('{Enter}');
    expect(state().ui).toMatchObject({ stageView: 'flow', dialog: null, recentCommands: ['showFlow'] });
  });

  it('is closed before the command runs, so that this one may move the focus', async () => {
    const { user, walkRegions } = await setup();
    let open = -1;
    walkRegions.mockImplementation(() => {
      open = screen.queryAllByRole('dialog').length;
    });
    await user.keyboard('next part{Enter}');
    expect(walkRegions).toHaveBeenCalledExactlyOnceWith(1);
    expect(open).toBe(0);
  });

  it('closes at Escape, and runs nothing', async () => {
    const { user, state } = await setup();
    await user.keyboard('dark{Escape}');
    expect(state().ui).toMatchObject({ theme: 'system', dialog: null });
    await waitFor(() => expect(screen.getByRole('textbox', { name: 'Elsewhere' })).toHaveFocus());
  });
});

describe('the pointer in the palette', () => {
  it('runs the entry that is pressed', async () => {
    const { user, row, state } = await setup();
    await user.click(row('Compare'));
    expect(state().ui).toMatchObject({ stageView: 'compare', dialog: null });
  });

  it('says how many were found', async () => {
    const { user } = await setup();
    await user.keyboard('dark');
    const status = within(screen.getByRole('dialog')).getByRole('status');
    await waitFor(() => expect(status).toHaveTextContent('1 command'), { timeout: 3000 });
  });
});
