import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { App } from '../../src/app/App.tsx';
import { startLook } from '../../src/app/look.ts';
import { startApp } from '../../src/app/start.ts';
import { ru } from '../../src/i18n/catalogues/ru.ts';
import { changeLocale } from '../../src/i18n/i18n.ts';
import { setUi } from '../../src/store/createAppStore.ts';
import { defaultLayout } from '../../src/store/layout/namedLayouts.ts';
import { type PanelId, showPanel } from '../../src/store/layout/windowLayout.ts';
import { encodeLink } from '../../src/store/link.ts';
import type { Selection, Ui } from '../../src/store/state.ts';
import { AppProvider } from '../../src/store/useApp.ts';
import { lateParts, plain, planOf } from '../fixtures/renderApp.tsx';
import { createTestServices, createWorld } from '../fixtures/services.ts';
import { faults } from './faults.ts';

afterEach(() => changeLocale('en'));

/** The whole app as a browser starts it, for a reader who wants no motion: the plan stands at its end. */
async function setup(hash?: string, ui: Partial<Ui> = {}) {
  const { services, world } = createTestServices({ ...createWorld(), hashes: hash === undefined ? [] : [hash] });
  const context = await startApp({ ...services, reducedMotion: () => true });
  setUi(context.store, ui);
  startLook(context.store);
  const user = userEvent.setup();
  render(
    <AppProvider value={context}>
      <App />
    </AppProvider>,
  );
  await screen.findByRole('heading', { level: 1, hidden: true });
  await lateParts();
  const state = context.store.getState;
  const title = () => plain(screen.getByRole('heading', { level: 1 }).textContent);
  return { ...context, user, world, state, title };
}

describe('the whole window', () => {
  it('opens on the answer to 8 -> 12, its picture, its scenario and its SQL', async () => {
    const { title } = await setup();
    expect(title()).toBe('8 → 12?');
    expect(document.title).toBe('orders · Shardscope');
    for (const name of ['Scenario', 'SQL, Steps, Verify, Inspect']) {
      expect(screen.getByRole('complementary', { name })).toBeInTheDocument();
    }
    expect(screen.getByRole('main', { name: 'Stage' })).toBeInTheDocument();
    expect(screen.getByText('100 000 keys, all counted')).toBeInTheDocument();
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('opens on what a link holds', async () => {
    const { title } = await setup(encodeLink({ scenario: { ...planOf(16, 8), name: 'back' }, t: 2 }));
    expect(title()).toBe('16 → 8: merge in place, one group at a time');
    expect(document.title).toBe('back · Shardscope');
  });

  it('says why a broken link was not opened, and shows the first example', async () => {
    const { title } = await setup('#v1.broken');
    expect(title()).toBe('8 → 12?');
    const messages = screen.getByRole('region', { name: 'Messages' });
    expect(messages).toHaveTextContent('The link was not opened');
    expect(messages).toHaveTextContent('The link is damaged: a part of it is missing or changed.');
  });

  it('speaks the language that is chosen', async () => {
    const { user } = await setup();
    await user.click(screen.getByRole('button', { name: 'Language' }));
    await user.click(screen.getByRole('menuitemradio', { name: 'Русский' }));
    expect(ru['menu.file']).not.toBe('File');
    expect(await screen.findByRole('button', { name: ru['menu.file']! })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'File' })).not.toBeInTheDocument();
    expect(document.documentElement.lang).toBe('ru');
  });

  it('wears the theme that is chosen', async () => {
    const { user, store } = await setup();
    expect(document.documentElement.dataset.theme).toBeUndefined();
    await user.click(screen.getByRole('button', { name: 'Switch between light and dark' }));
    expect(document.documentElement.dataset.theme).toBe('dark');
    act(() => setUi(store, { theme: 'system' }));
    expect(document.documentElement.dataset.theme).toBeUndefined();
  });

  it('shows one panel at a time on each side', async () => {
    const { user } = await setup();
    await user.click(screen.getByRole('tab', { name: 'Steps' }));
    expect(await screen.findByText(/^One step is one transaction/)).toBeInTheDocument();
    await user.click(screen.getByRole('tab', { name: 'Partitions' }));
    expect(await screen.findByRole('table', { name: 'Partitions before the change' })).toBeInTheDocument();
  });
});

describe('the keyboard', () => {
  it('undoes and redoes, and says what', async () => {
    const { user, title, state } = await setup();
    await user.click(screen.getByRole('button', { name: 'Show 16' }));
    await screen.findByRole('heading', { name: /^8 → 16/ });
    await user.keyboard('{Control>}z{/Control}');
    expect(state().document.to).toEqual({ kind: 'uniform', modulus: 12 });
    expect(screen.getByRole('region', { name: 'Messages' })).toHaveTextContent('Undone: Ask for 16 partitions');
    await user.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
    await screen.findByRole('heading', { name: /^8 → 16/ });
    expect(title()).toBe('8 → 16: split in place, one partition at a time');
  });

  it('steps through the plan', async () => {
    const { user, state } = await setup();
    expect(state().playback.t).toBe(11);
    await user.keyboard('{ArrowLeft}{ArrowLeft}');
    expect(state().playback.t).toBe(9);
    await user.keyboard('{Home}{ArrowRight}');
    expect(state().playback.t).toBe(1);
  });

  it('leaves single keys to a field in which one types', async () => {
    const { user, state } = await setup();
    await user.click(screen.getByRole('textbox', { name: 'Name of the scenario' }));
    await user.keyboard('{ArrowLeft}?/');
    expect(state().playback.t).toBe(11);
    expect(state().ui.dialog).toBeNull();
    expect(screen.getByRole('textbox', { name: 'Name of the scenario' })).toHaveFocus();
  });

  it('goes to the field for a key', async () => {
    const { user } = await setup();
    await user.keyboard('/');
    await waitFor(() => expect(screen.getByRole('textbox', { name: 'order_id (bigint)' })).toHaveFocus(), {
      timeout: 10_000,
    });
  });

  it('opens the sheet of shortcuts', async () => {
    const { user } = await setup();
    await user.keyboard('?');
    expect(await screen.findByRole('dialog', { name: 'Keyboard shortcuts' }, { timeout: 10_000 })).toBeInTheDocument();
  });
});

describe('axe finds no fault', () => {
  it.each<PanelId>(['sql', 'steps', 'verify', 'inspect'])('in the window with the panel %s', async (panel) => {
    await setup('', { layout: showPanel(defaultLayout, panel), stageView: panel === 'steps' ? 'partitions' : 'strip' });
    expect(await faults()).toEqual([]);
  });

  it('in an open menu', async () => {
    const { user } = await setup();
    await user.click(screen.getByRole('button', { name: 'Edit' }));
    expect(await faults(screen.getByRole('menu'))).toEqual([]);
  });

  it('in the actions of a partition', async () => {
    const { store } = await setup();
    const anchor = { x: 10, y: 10, width: 40, height: 20 };
    const selection: Selection = { row: 'before', side: 'from', name: 'orders_8_3', anchor };
    act(() => setUi(store, { selection }));
    expect(screen.getByRole('dialog', { name: 'orders_8_3' })).toBeInTheDocument();
    expect(await faults()).toEqual([]);
  });

  it('in a field with a refusal, and in a message', async () => {
    const { user } = await setup('#v1.broken');
    await user.clear(screen.getByRole('spinbutton', { name: 'Rows' }));
    await user.keyboard('0{Enter}');
    expect(screen.getByRole('spinbutton', { name: 'Rows' })).toBeInvalid();
    expect(await faults()).toEqual([]);
  });

  it('in a dialog', async () => {
    await setup('', { dialog: 'shortcuts' });
    expect(await screen.findByRole('dialog', { name: 'Keyboard shortcuts' }, { timeout: 10_000 })).toBeInTheDocument();
    expect(await faults()).toEqual([]);
  });
});
