import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, it, vi } from 'vitest';
import { Dialog } from '../../src/ui/Dialog.tsx';
import { lazyView } from '../../src/ui/lazyView.ts';
import { MenuBar } from '../../src/ui/MenuBar.tsx';
import { MenuButton } from '../../src/ui/MenuButton.tsx';
import { MenuBarStand } from '../../src/ui/menuStands.tsx';
import { Tabs } from '../../src/ui/Tabs.tsx';

function setup() {
  const onOpen = vi.fn();
  const onUndo = vi.fn();
  const onDark = vi.fn();
  render(
    <MenuBar
      label="Main menu"
      menus={[
        {
          id: 'file',
          label: 'File',
          groups: [{ id: 'io', entries: [{ id: 'open', label: 'Open', shortcut: 'Ctrl+O', onAction: onOpen }] }],
        },
        {
          id: 'edit',
          label: 'Edit',
          groups: [
            { id: 'empty', entries: [] },
            {
              id: 'history',
              entries: [{ id: 'undo', label: 'Undo', disabledReason: 'Nothing to undo', onAction: onUndo }],
            },
          ],
        },
        {
          id: 'view',
          label: 'View',
          groups: [
            {
              id: 'theme',
              heading: 'Theme',
              choice: 'one',
              entries: [
                { id: 'light', label: 'Light', checked: true, onAction: () => undefined },
                { id: 'dark', label: 'Dark', checked: false, onAction: onDark },
              ],
            },
          ],
        },
      ]}
    />,
  );
  return { user: userEvent.setup(), onOpen, onUndo, onDark };
}

/** A bar whose menus are still being loaded, and a function that ends that. */
function setupLate() {
  let arrive = (): void => undefined;
  const Late = lazyView(
    () =>
      new Promise<typeof MenuBar>((resolve) => {
        arrive = () => resolve(MenuBar);
      }),
  );
  const menus = ['File', 'Edit'].map((label) => ({
    id: label,
    label,
    groups: [{ id: 'all', entries: [{ id: 'one', label: `${label} something`, onAction: () => undefined }] }],
  }));
  render(
    <header>
      <span>Name</span>
      <Late stand={<MenuBarStand label="Main menu" menus={['File', 'Edit']} />} label="Main menu" menus={menus} />
      <button type="button">After</button>
    </header>,
  );
  return { user: userEvent.setup(), arrive: () => act(async () => arrive()) };
}

it('keeps the focus on a button while the menus are loaded', async () => {
  const { user, arrive } = setupLate();
  await user.tab();
  await user.keyboard('{ArrowRight}');
  const stand = screen.getByRole('button', { name: 'Edit' });
  expect(stand).toHaveFocus();
  await arrive();
  expect(stand).not.toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Edit' })).toHaveFocus();
  expect(screen.queryByRole('menu')).not.toBeInTheDocument();
  await user.keyboard('{Enter}');
  expect(screen.getByRole('menu', { name: 'Edit' })).toBeInTheDocument();
});

it('opens a menu that was asked for before it was loaded', async () => {
  const { user, arrive } = setupLate();
  await user.click(screen.getByRole('button', { name: 'Edit' }));
  await arrive();
  const menu = await screen.findByRole('menu', { name: 'Edit' });
  // Its focus comes a frame after it.
  await waitFor(() => expect(menu).toContainElement(document.activeElement as HTMLElement));
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.getByRole('button', { name: 'Edit' })).toHaveFocus());
});

it('takes no focus that is elsewhere when the menus arrive', async () => {
  const { user, arrive } = setupLate();
  await user.click(screen.getByRole('button', { name: 'File' }));
  await user.click(screen.getByRole('button', { name: 'After' }));
  await arrive();
  expect(screen.getByRole('button', { name: 'After' })).toHaveFocus();
  expect(screen.queryByRole('menu')).not.toBeInTheDocument();
});

it('is one tab stop whose buttons are walked by arrows', async () => {
  const { user } = setup();
  await user.tab();
  expect(screen.getByRole('button', { name: 'File' })).toHaveFocus();
  await user.keyboard('{ArrowRight}');
  expect(screen.getByRole('button', { name: 'Edit' })).toHaveFocus();
  expect(screen.getByRole('toolbar', { name: 'Main menu' })).toBeInTheDocument();
  expect(screen.queryByRole('menu')).not.toBeInTheDocument();
});

it('opens by arrow down, runs an entry by Enter and gives the focus back', async () => {
  const { user, onOpen } = setup();
  await user.tab();
  await user.keyboard('{ArrowDown}');
  const entry = screen.getByRole('menuitem', { name: 'Open Ctrl+O' });
  expect(entry).toHaveFocus();
  await user.keyboard('{Enter}');
  expect(onOpen).toHaveBeenCalledOnce();
  expect(screen.queryByRole('menu')).not.toBeInTheDocument();
});

it('walks from open menu to open menu, round the ends', async () => {
  const { user } = setup();
  await user.tab();
  await user.keyboard('{ArrowDown}{ArrowLeft}');
  expect(screen.getByRole('menu', { name: 'View' })).toBeInTheDocument();
  expect(screen.getAllByRole('menu')).toHaveLength(1);
  await user.keyboard('{ArrowRight}');
  expect(await screen.findByRole('menuitem', { name: 'Open Ctrl+O' })).toHaveFocus();
});

it('reaches a disabled entry, reads its reason and does not run it', async () => {
  const { user, onUndo } = setup();
  await user.tab();
  await user.keyboard('{ArrowRight}{ArrowDown}');
  const entry = screen.getByRole('menuitem', { name: 'Undo Nothing to undo' });
  expect(entry).toHaveFocus();
  expect(entry).toHaveAttribute('aria-disabled', 'true');
  await user.keyboard('{Enter}');
  expect(onUndo).not.toHaveBeenCalled();
});

it('shows which choice is on', async () => {
  const { user, onDark } = setup();
  await user.click(screen.getByRole('button', { name: 'View' }));
  expect(screen.getByRole('group', { name: 'Theme' })).toBeInTheDocument();
  expect(screen.getByRole('menuitemradio', { name: 'Light' })).toBeChecked();
  await user.click(screen.getByRole('menuitemradio', { name: 'Dark' }));
  expect(onDark).toHaveBeenCalledOnce();
});

it('opens the menu of a single button', async () => {
  const onAction = vi.fn();
  const entries = [{ id: 'ru', label: 'Русский', onAction }];
  render(<MenuButton label="Language" icon="language" groups={[{ id: 'all', entries }]} />);
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'Language' }));
  await user.click(screen.getByRole('menuitem', { name: 'Русский' }));
  expect(onAction).toHaveBeenCalledOnce();
});

it('switches tabs by arrows and mounts only the selected panel', async () => {
  function Host() {
    const [tab, setTab] = useState<'sql' | 'steps'>('sql');
    const items = [
      { id: 'sql', label: 'SQL' },
      { id: 'steps', label: 'Steps' },
    ] as const;
    return (
      <Tabs label="Plan" items={items} selected={tab} onSelect={setTab}>
        content of {tab}
      </Tabs>
    );
  }
  render(<Host />);
  const user = userEvent.setup();
  await user.tab();
  expect(screen.getByRole('tab', { name: 'SQL', selected: true })).toHaveFocus();
  await user.keyboard('{ArrowRight}');
  expect(screen.getByRole('tab', { name: 'Steps', selected: true })).toHaveFocus();
  expect(screen.getByRole('tabpanel', { name: 'Steps' })).toHaveTextContent('content of steps');
  expect(screen.getAllByRole('tabpanel')).toHaveLength(1);
  expect(screen.getByRole('tab', { name: 'Steps' })).toHaveAttribute('aria-controls', screen.getByRole('tabpanel').id);
});

it('closes a dialog by Escape and by its button', async () => {
  const onClose = vi.fn();
  render(
    <Dialog title="Verify" isOpen onClose={onClose} closeLabel="Close">
      <p>PostgreSQL counts.</p>
    </Dialog>,
  );
  const user = userEvent.setup();
  expect(screen.getByRole('dialog', { name: 'Verify' })).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Close' }));
  await user.keyboard('{Escape}');
  expect(onClose).toHaveBeenCalledTimes(2);
});
