import { act, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { AppDialogs } from '../../src/app/AppDialogs.tsx';
import { commands } from '../../src/store/commands/commands.ts';
import { setUi } from '../../src/store/createAppStore.ts';
import { renderApp } from '../fixtures/renderApp.tsx';

async function setup(dialog: 'shortcuts' | 'about') {
  const app = await renderApp(<AppDialogs />);
  act(() => setUi(app.store, { dialog }));
  return { ...app, dialog: await screen.findByRole('dialog', undefined, { timeout: 20_000 }) };
}

describe('the sheet of shortcuts', () => {
  it('lists every command that has keys, once', async () => {
    const { dialog } = await setup('shortcuts');
    const withKeys = commands.filter((command) => command.keys.length > 0);
    const names = within(dialog)
      .getAllByRole('term')
      .map((term) => term.textContent);
    expect(names).toHaveLength(withKeys.length);
    expect(new Set(names).size).toBe(withKeys.length);
    for (const definition of within(dialog).getAllByRole('definition')) expect(definition).not.toBeEmptyDOMElement();
  });

  it.each([
    ['Undo', 'Ctrl+Z'],
    ['Redo', 'Ctrl+Shift+Z'],
    ['Pause', 'Space'],
    ['Next step', '→'],
    ['Run in PostgreSQL', 'Ctrl+Enter'],
    ['Look up a key', '/'],
  ])('gives %s the keys %s', async (name, keys) => {
    const { dialog } = await setup('shortcuts');
    const term = within(dialog).getByText(name, { selector: 'dt' });
    expect(term.nextElementSibling).toHaveTextContent(keys);
  });

  it('tells the keys of the stage and of a presentation', async () => {
    const { dialog } = await setup('shortcuts');
    expect(dialog).toHaveAccessibleName('Keyboard shortcuts');
    expect(dialog).toHaveTextContent('Arrows walk the boxes');
    expect(dialog).toHaveTextContent('PageUp or ← back');
  });
});

describe('a dialog', () => {
  it('about the app says what it does with what one gives it', async () => {
    const { dialog } = await setup('about');
    expect(dialog).toHaveAccessibleName('About Shardscope');
    expect(dialog).toHaveTextContent('Nothing leaves this browser');
    expect(dialog).toHaveTextContent('MIT licence');
  });

  it.each(['by its button', 'by Escape'])('closes %s', async (way) => {
    const { user, state } = await setup('about');
    if (way === 'by Escape') await user.keyboard('{Escape}');
    else await user.click(screen.getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(state().ui.dialog).toBeNull();
  });
});
