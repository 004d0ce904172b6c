import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { App } from '../../src/app/App.tsx';
import { AppDialogs } from '../../src/app/AppDialogs.tsx';
import { Docks } from '../../src/app/Docks.tsx';
import { setUi } from '../../src/store/createAppStore.ts';
import { defaultLayout, namedLayouts } from '../../src/store/layout/namedLayouts.ts';
import { closePanel, movePanel, resizeDock, toggleCollapsed } from '../../src/store/layout/windowLayout.ts';
import { commandsNow } from '../../src/store/targetCommands/commandsNow.ts';
import { runCommand } from '../../src/store/useApp.ts';
import { Header } from '../../src/views/header/Header.tsx';
import { renderApp } from '../fixtures/renderApp.tsx';
import { faults } from './faults.ts';
import { setMedia } from './media.ts';

beforeEach(() => {
  window.innerWidth = 1440;
  window.innerHeight = 900;
});

/** The docks around an empty stage; the whole window where keys or menus matter. */
async function setup(
  view = (
    <Docks>
      <main />
    </Docks>
  ),
) {
  const app = await renderApp(view);
  const layout = () => app.state().ui.layout;
  const dock = (name: string) => screen.getByRole('complementary', { name });
  const tab = (name: string) => screen.getByRole('tab', { name });
  /** Opens a panel's menu by keyboard and chooses one of its entries. */
  const choose = async (panel: string, entry: string) => {
    act(() => screen.getByRole('button', { name: `Panel ${panel}` }).focus());
    await app.user.keyboard('{Enter}');
    await app.user.click(await screen.findByRole('menuitem', { name: entry }));
  };
  const said = (text: string) => waitFor(() => expect(screen.getByText(text)).toHaveAttribute('role', 'status'));
  return { ...app, layout, dock, tab, choose, said };
}

describe('a panel', () => {
  it('moves to another dock from its menu, takes the focus along, and it is said', async () => {
    const { choose, dock, tab, layout, said } = await setup();
    await choose('SQL', 'Move to the bottom dock');
    expect(layout().bottom.panels).toEqual(['sql']);
    expect(within(dock('SQL')).getByRole('tab', { name: 'SQL' })).toHaveAttribute('aria-selected', 'true');
    expect(dock('Steps, Verify, Inspect')).toBeInTheDocument();
    await waitFor(() => expect(tab('SQL')).toHaveFocus());
    await said('SQL is in the bottom dock now.');
  });

  it('changes its place among the tabs from its menu', async () => {
    const { choose, layout, tab } = await setup();
    await choose('SQL', 'Move after Steps');
    expect(layout().right.panels).toEqual(['steps', 'sql', 'verify', 'inspect']);
    await waitFor(() => expect(tab('SQL')).toHaveFocus());
    await choose('SQL', 'Move before Steps');
    expect(layout().right.panels).toEqual(['sql', 'steps', 'verify', 'inspect']);
  });

  it('is closed from its menu and opened again from View', async () => {
    const { choose, user, layout, said } = await setup(<App />);
    await choose('SQL', 'Close SQL');
    expect(screen.queryByRole('tab', { name: 'SQL' })).not.toBeInTheDocument();
    await said('SQL is closed. The View menu opens it again.');
    await user.click(screen.getByRole('button', { name: 'View' }));
    await user.click(screen.getByRole('menuitemcheckbox', { name: 'SQL' }));
    expect(layout().right).toMatchObject({ panels: ['steps', 'verify', 'inspect', 'sql'], active: 'sql' });
  });

  it('has its menu at a right click on its tab', async () => {
    const { tab } = await setup();
    fireEvent.contextMenu(tab('Verify'));
    expect(await screen.findByRole('menu', { name: 'Panel Verify' })).toBeInTheDocument();
  });

  it('is the one that commands are about once the focus is in it, and takes the focus along', async () => {
    const { context, state, layout, tab } = await setup();
    act(() => tab('Scenario').focus());
    expect(layout().front).toBe('scenario');
    const move = commandsNow(state()).find(({ id }) => id === 'rightDock')!;
    act(() => runCommand(move, context));
    expect(layout().right).toMatchObject({ panels: ['sql', 'steps', 'verify', 'inspect', 'scenario'] });
    await waitFor(() => expect(tab('Scenario')).toHaveFocus());
  });

  it('is found by the key for looking up a key, wherever it is', async () => {
    const { store, user, dock } = await setup(<App />);
    act(() => setUi(store, { layout: toggleCollapsed(movePanel(defaultLayout, 'inspect', 'bottom'), 'bottom') }));
    await user.keyboard('/');
    await waitFor(
      () => expect(within(dock('Inspect')).getByRole('textbox', { name: 'order_id (bigint)' })).toHaveFocus(),
      {
        timeout: 10_000,
      },
    );
  });
});

describe('a dock', () => {
  it('collapses to a bar with the names of its panels, which open it again', async () => {
    const { choose, dock, user, layout, tab } = await setup();
    await choose('Scenario', 'Collapse the dock');
    expect(layout().left.collapsed).toBe(true);
    expect(screen.queryByRole('spinbutton', { name: 'Rows' })).not.toBeInTheDocument();
    const button = within(dock('Scenario')).getByRole('button', { name: 'Open Scenario' });
    await waitFor(() => expect(button).toHaveFocus());
    await user.keyboard('{Enter}');
    expect(screen.getByRole('spinbutton', { name: 'Rows' })).toBeInTheDocument();
    await waitFor(() => expect(tab('Scenario')).toHaveFocus());
  });

  it('is resized by arrows, Home and End within its limits, reset by a double click, collapsed by Enter', async () => {
    const { user, layout } = await setup();
    const splitter = screen.getByRole('separator', { name: 'Size of the right dock' });
    expect(splitter).toHaveAttribute('aria-valuenow', '372');
    act(() => splitter.focus());
    await user.keyboard('{ArrowLeft}{ArrowLeft}');
    expect(layout().right.size).toBe(404);
    await user.keyboard('{ArrowRight}');
    expect(splitter).toHaveAttribute('aria-valuenow', '388');
    await user.keyboard('{Home}');
    expect(layout().right.size).toBe(240);
    await user.keyboard('{End}');
    expect(layout().right.size).toBe(1440 - 480 - 268);
    expect(splitter).toHaveAttribute('aria-valuemax', String(1440 - 480 - 268));
    await user.dblClick(splitter);
    expect(layout().right.size).toBe(372);
    await user.keyboard('{Enter}');
    expect(layout().right.collapsed).toBe(true);
  });

  it('is resized from the menu of its panel, step by step, as far as its edge can be drawn', async () => {
    const { user, layout, store } = await setup();
    act(() => screen.getByRole('button', { name: 'Panel SQL' }).focus());
    await user.keyboard('{Enter}');
    const entry = (name: string) => screen.findByRole('menuitem', { name: new RegExp(`^${name}`) });
    await user.click(await entry('Make the dock wider'));
    await user.click(await entry('Make the dock wider'));
    expect(layout().right.size).toBe(372 + 2 * 64);
    for (let n = 0; n < 4; n += 1) await user.click(await entry('Make the dock wider'));
    expect(layout().right.size).toBe(1440 - 480 - 268);
    expect(await entry('Make the dock wider')).toHaveAttribute('aria-disabled', 'true');
    expect(await entry('Make the dock wider')).toHaveTextContent('It is as large as it gets in this window');
    act(() => {
      window.innerWidth = 1640;
      fireEvent(window, new Event('resize'));
    });
    expect(await entry('Make the dock wider')).not.toHaveAttribute('aria-disabled');
    act(() => setUi(store, { layout: resizeDock(layout(), 'right', 250) }));
    await user.click(await entry('Make the dock narrower'));
    expect(layout().right.size).toBe(240);
    expect(await entry('Make the dock narrower')).toHaveTextContent('It is as small as it gets');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.getByRole('button', { name: 'Panel SQL' })).toHaveFocus());
  });

  it('is offered to the palette in the words of its side, and not while it is collapsed', async () => {
    const { store, state } = await setup();
    const offered = (id: string) => {
      const command = commandsNow(state()).find((candidate) => candidate.id === id)!;
      return { key: command.label(state()).key, reason: command.refusal(state()) };
    };
    act(() => setUi(store, { layout: movePanel(defaultLayout, 'sql', 'bottom') }));
    expect(offered('growDock')).toEqual({ key: 'panel.size.taller', reason: null });
    expect(offered('shrinkDock')).toEqual({ key: 'panel.size.lower', reason: null });
    act(() => setUi(store, { layout: toggleCollapsed(movePanel(defaultLayout, 'sql', 'left'), 'left') }));
    expect(offered('shrinkDock')).toEqual({ key: 'panel.size.narrower', reason: { key: 'refusal.dockCollapsed' } });
  });

  it('disappears with its last panel', async () => {
    const { store } = await setup();
    act(() => setUi(store, { layout: closePanel(defaultLayout, 'scenario') }));
    expect(screen.queryByRole('separator', { name: 'Size of the left dock' })).not.toBeInTheDocument();
    expect(screen.getByRole('main')).toBeInTheDocument();
  });
});

describe('named layouts', () => {
  it('are on the keys 1 to 4, also while a tab has the focus, and not in a field', async () => {
    const { user, layout, tab } = await setup(<App />);
    for (const [key, name] of [
      ['1', 'teach'],
      ['2', 'review'],
      ['4', 'verify'],
      ['3', 'plan'],
    ] as const) {
      await user.keyboard(key);
      expect(layout()).toBe(namedLayouts[name]);
    }
    act(() => tab('SQL').focus());
    await user.keyboard('2');
    expect(layout()).toBe(namedLayouts.review);
    act(() => screen.getByRole('textbox', { name: 'Name of the scenario' }).focus());
    await user.keyboard('4');
    expect(layout()).toBe(namedLayouts.review);
  });

  it('are marked in View, and left by Reset layout, which says when there is nothing to reset', async () => {
    const { user, store, layout } = await setup(<Header />);
    await user.click(screen.getByRole('button', { name: 'View' }));
    expect(screen.getByRole('menuitem', { name: /^Reset layout/ })).toHaveAttribute('aria-disabled', 'true');
    await user.keyboard('{Escape}');
    act(() => setUi(store, { layout: namedLayouts.verify }));
    await user.click(screen.getByRole('button', { name: 'View' }));
    expect(screen.getByRole('menuitemradio', { name: /^Layout: Verify/ })).toBeChecked();
    await user.click(screen.getByRole('menuitem', { name: /^Reset layout/ }));
    expect(layout()).toEqual(defaultLayout);
  });

  it('of the reader’s own are chosen from View', async () => {
    const { user, store, layout } = await setup(<Header />);
    act(() => setUi(store, { layouts: [{ name: 'desk', layout: namedLayouts.review }] }));
    await user.click(screen.getByRole('button', { name: 'View' }));
    await user.click(screen.getByRole('menuitemradio', { name: 'desk' }));
    expect(layout()).toBe(namedLayouts.review);
  });

  it('of the reader’s own are saved under a good name, used and deleted', async () => {
    const { user, store, layout, state } = await setup(<AppDialogs />);
    act(() => setUi(store, { layout: namedLayouts.review, dialog: 'layouts' }));
    const name = await screen.findByRole('textbox', { name: 'Name' }, { timeout: 10_000 });
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(screen.getByRole('alert')).toHaveTextContent('The layout needs a name.');
    await user.type(name, 'desk{Enter}');
    expect(state().ui.layouts).toEqual([{ name: 'desk', layout: namedLayouts.review }]);
    await user.type(name, 'desk{Enter}');
    expect(screen.getByRole('alert')).toHaveTextContent('There is a layout “desk” already.');
    expect(await faults(screen.getByRole('dialog'))).toEqual([]);
    act(() => setUi(store, { layout: defaultLayout }));
    await user.click(screen.getByRole('button', { name: 'Use desk' }));
    expect(layout()).toBe(namedLayouts.review);
    expect(state().ui.dialog).toBeNull();
    act(() => setUi(store, { dialog: 'layouts' }));
    await user.click(await screen.findByRole('button', { name: 'Delete desk' }));
    expect(state().ui.layouts).toEqual([]);
    expect(screen.getByText('No layout is saved yet.')).toBeInTheDocument();
  });

  it.each(['teach', 'verify'] as const)('pass axe, with a collapsed dock and one below: %s', async (name) => {
    const { store } = await setup();
    act(() => setUi(store, { layout: namedLayouts[name] }));
    await screen.findByRole('tab', { name: 'Verify' });
    expect(await faults()).toEqual([]);
  });
});

describe('a narrow window', () => {
  it('has all panels as one set of tabs, with the one asked for in front, and one menu for all', async () => {
    setMedia('(max-width: 900px)', true);
    const { user, tab, layout } = await setup(<App />);
    const tabs = within(screen.getByRole('tablist', { name: 'Panels' })).getAllByRole('tab');
    expect(tabs.map((each) => each.textContent)).toEqual(['Scenario', 'SQL', 'Steps', 'Verify', 'Inspect']);
    expect(tab('SQL')).toHaveAttribute('aria-selected', 'true');
    await user.click(tab('Scenario'));
    expect(screen.getByRole('spinbutton', { name: 'Rows' })).toBeInTheDocument();
    expect(layout().front).toBe('scenario');
    expect(screen.queryByRole('button', { name: 'File' })).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Menu' }));
    await user.click(screen.getByRole('menuitemcheckbox', { name: 'SQL' }));
    expect(tab('SQL')).toHaveAttribute('aria-selected', 'true');
    expect(await faults()).toEqual([]);
  });
});

describe('dragging a tab', () => {
  /** Nothing is laid out here: zones get their places as the style sheet would give them at 1440 x 900. */
  function layOut() {
    const zones: Readonly<Record<string, DOMRect>> = {
      left: new DOMRect(0, 40, 268, 830),
      right: new DOMRect(1068, 40, 372, 830),
      bottom: new DOMRect(268, 730, 800, 140),
    };
    vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function box(this: Element) {
      return zones[(this as HTMLElement).dataset.dropZone ?? ''] ?? new DOMRect();
    });
  }
  const mouse = { pointerId: 1, pointerType: 'mouse', button: 0, buttons: 1 };

  it('puts the panel into the dock where it is let go', async () => {
    const { tab, layout } = await setup();
    layOut();
    fireEvent.pointerDown(tab('Steps'), { ...mouse, clientX: 1120, clientY: 58 });
    fireEvent.pointerMove(window, { ...mouse, clientX: 1123, clientY: 60 });
    expect(screen.queryByText('Bottom dock')).not.toBeInTheDocument();
    fireEvent.pointerMove(window, { ...mouse, clientX: 900, clientY: 600 });
    fireEvent.pointerMove(window, { ...mouse, clientX: 700, clientY: 800 });
    expect(screen.getByText('Bottom dock').parentElement).toHaveAttribute('data-over', 'true');
    fireEvent.pointerUp(window, { ...mouse, buttons: 0, clientX: 700, clientY: 800 });
    expect(layout().bottom.panels).toEqual(['steps']);
    expect(screen.queryByText('Bottom dock')).not.toBeInTheDocument();
    vi.restoreAllMocks();
  });

  it.each([
    ['beside all docks', () => fireEvent.pointerUp(window, { ...mouse, clientX: 600, clientY: 300 })],
    ['and Escape', () => fireEvent.keyDown(window, { key: 'Escape' })],
  ])('changes nothing: %s', async (_case, end) => {
    const { tab, layout } = await setup();
    layOut();
    fireEvent.pointerDown(tab('Steps'), { ...mouse, clientX: 1120, clientY: 58 });
    fireEvent.pointerMove(window, { ...mouse, clientX: 700, clientY: 800 });
    fireEvent.pointerMove(window, { ...mouse, clientX: 600, clientY: 300 });
    end();
    fireEvent.pointerMove(window, { ...mouse, clientX: 700, clientY: 800 });
    fireEvent.pointerUp(window, { ...mouse, clientX: 700, clientY: 800 });
    expect(layout().bottom.panels).toEqual([]);
    expect(layout().right.panels).toEqual(defaultLayout.right.panels);
    vi.restoreAllMocks();
  });
});
