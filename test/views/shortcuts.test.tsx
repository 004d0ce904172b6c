import { act, fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { AppDialogs } from '../../src/app/AppDialogs.tsx';
import { useShortcuts } from '../../src/app/useShortcuts.ts';
import { setUi } from '../../src/store/createAppStore.ts';
import { Notices } from '../../src/views/notices/Notices.tsx';
import { renderApp } from '../fixtures/renderApp.tsx';

function Page() {
  useShortcuts();
  return (
    <>
      <button type="button">Button</button>
      <input aria-label="Field" />
      <input type="checkbox" aria-label="Box" />
      <div role="slider" aria-label="Slider" aria-valuenow={1} tabIndex={0} />
      <div role="dialog" aria-label="Window">
        <button type="button">Inside</button>
      </div>
      <AppDialogs />
      <Notices />
    </>
  );
}

async function setup() {
  const walked: number[] = [];
  const app = await renderApp(<Page />, { services: { walkRegions: (direction) => walked.push(direction) } });
  act(() => app.store.setState({ playback: { ...app.state().playback, playing: false, t: 5 } }));
  const focus = (name: string) => act(() => document.querySelector<HTMLElement>(`[aria-label="${name}"]`)!.focus());
  const button = (name: string) => act(() => screen.getByText(name).focus());
  return { ...app, walked, focus, button };
}

describe('a shortcut', () => {
  it('of a character works from a button, and not where one types', async () => {
    const { user, state, button, focus } = await setup();
    focus('Field');
    await user.keyboard('/?');
    expect(state().ui).toMatchObject({ focusProbe: false, dialog: null });
    button('Button');
    await user.keyboard('/');
    expect(state().ui.focusProbe).toBe(true);
    expect(Object.values(state().ui.layout)).toContainEqual(expect.objectContaining({ active: 'inspect' }));
  });

  it('of the stroke works also where it takes Shift', async () => {
    const { user, state } = await setup();
    await user.keyboard('{Shift>}/{/Shift}');
    expect(state().ui.focusProbe).toBe(true);
  });

  it('of an arrow works from a button and a box, and not from a slider', async () => {
    const { user, state, button, focus } = await setup();
    button('Button');
    await user.keyboard('{ArrowLeft}');
    expect(state().playback.t).toBe(4);
    focus('Slider');
    await user.keyboard('{ArrowLeft}');
    expect(state().playback.t).toBe(4);
  });

  it('of Space plays from the page, and leaves a button to its own', async () => {
    const { user, state, button } = await setup();
    button('Button');
    await user.keyboard(' ');
    expect(state().playback.playing).toBe(false);
    act(() => (document.activeElement as HTMLElement).blur());
    await user.keyboard(' ');
    expect(state().playback.playing).toBe(true);
  });

  it('F6 works from a field, and not in a window', async () => {
    const { user, walked, focus, button } = await setup();
    focus('Field');
    await user.keyboard('{F6}{Shift>}{F6}{/Shift}');
    expect(walked).toEqual([1, -1]);
    button('Inside');
    await user.keyboard('{F6}');
    expect(walked).toEqual([1, -1]);
  });

  it('with Ctrl works everywhere, and by its place where letters are not Latin', async () => {
    const { user, state, store, focus } = await setup();
    focus('Field');
    await user.keyboard('{Control>}k{/Control}');
    expect(state().ui.dialog).toBe('palette');
    act(() => setUi(store, { dialog: null }));
    fireEvent.keyDown(window, { key: 'л', code: 'KeyK', ctrlKey: true });
    expect(state().ui.dialog).toBe('palette');
    act(() => setUi(store, { dialog: null }));
    fireEvent.keyDown(window, { key: 't', code: 'KeyK', ctrlKey: true });
    expect(state().ui.dialog).toBeNull();
  });
});

describe('shortcuts of a single key', () => {
  it('are turned off in the sheet, which still tells them', async () => {
    const { user, state, store } = await setup();
    act(() => setUi(store, { dialog: 'shortcuts' }));
    const sheet = await screen.findByRole('dialog', { name: 'Keyboard shortcuts' }, { timeout: 10_000 });
    const keysOf = (name: string) => within(sheet).getByText(name, { selector: 'dt' }).nextElementSibling;
    expect(keysOf('Look up a key')).toHaveTextContent(/^\/$/);
    await user.click(within(sheet).getByRole('switch', { name: 'Shortcuts of a single key' }));
    expect(state().ui.singleKeys).toBe(false);
    expect(keysOf('Look up a key')).toHaveTextContent('/ off');
    expect(keysOf('Undo')).toHaveTextContent(/^Ctrl\+Z$/);
    expect(keysOf('To the next part of the window')).toHaveTextContent(/^F6$/);
    await user.keyboard('{Escape}');
    expect(state().ui.dialog).toBeNull();
  });

  it('do nothing while they are off; the others work', async () => {
    const { user, state, store, walked } = await setup();
    act(() => setUi(store, { singleKeys: false }));
    await user.keyboard('/? {ArrowLeft}{F6}');
    expect(state().ui).toMatchObject({ focusProbe: false, dialog: null });
    expect(state().playback).toMatchObject({ playing: false, t: 5 });
    expect(walked).toEqual([1]);
  });
});

describe('Escape', () => {
  it('closes the latest message, one at a time', async () => {
    const { user, store } = await setup();
    act(() => setUi(store, { notice: { kind: 'error', key: 'notice.copyRefused' } }));
    act(() => setUi(store, { notice: { kind: 'info', key: 'notice.copied' } }));
    const messages = screen.getByRole('region', { name: 'Messages' });
    expect(messages).toHaveTextContent('Copied.');
    await user.keyboard('{Escape}');
    expect(messages).not.toHaveTextContent('Copied.');
    expect(messages).toHaveTextContent('The browser refused the clipboard.');
    await user.keyboard('{Escape}');
    expect(within(messages).queryAllByRole('listitem')).toEqual([]);
  });

  it('closes a window before the messages', async () => {
    const { user, state, store } = await setup();
    act(() => setUi(store, { dialog: 'about', notice: { kind: 'error', key: 'notice.copyRefused' } }));
    await screen.findByRole('dialog', { name: 'About Shardscope' }, { timeout: 10_000 });
    await user.keyboard('{Escape}');
    expect(state().ui.dialog).toBeNull();
    expect(screen.getByRole('region', { name: 'Messages' })).toHaveTextContent('The browser refused');
  });
});
