import { act, fireEvent, screen, within } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Presentable } from '../../src/app/Presentable.tsx';
import { present } from '../../src/store/commands/present.ts';
import { setUi } from '../../src/store/createAppStore.ts';
import { setTarget } from '../../src/store/edits/setTarget.ts';
import { runCommand } from '../../src/store/useApp.ts';
import { Header } from '../../src/views/header/Header.tsx';
import { plain, planOf, renderApp } from '../fixtures/renderApp.tsx';
import { setMedia } from './media.ts';

beforeEach(() => setMedia('(prefers-reduced-motion: reduce)', true));
afterEach(() => vi.restoreAllMocks());

/** A presentation of 8 -> 16, begun from the header of the app, without motion. */
async function setup() {
  const app = await renderApp(
    <Presentable>
      <Header />
    </Presentable>,
    { document: planOf(8, 16), services: { reducedMotion: () => true } },
  );
  const { room } = app.world;
  screen.getByRole('button', { name: 'Share' }).focus();
  act(() => runCommand(present, app.context));
  // It is loaded with the first presentation.
  const main = await screen.findByRole('main', { name: 'Presentation' }, { timeout: 20_000 });
  return {
    ...app,
    room,
    main,
    press: (keys: string) => app.user.keyboard(keys),
    caption: () => plain(within(main).getByRole('heading', { level: 1 }).textContent),
    slide: () => app.state().ui.presenting?.slide,
    click: (x: number) => fireEvent.click(main, { clientX: x * window.innerWidth }),
  };
}

describe('the presentation', () => {
  it('takes the place of the app, has the focus and says where it is', async () => {
    const { main, caption } = await setup();
    expect(screen.queryByRole('button', { name: 'File' })).toBeNull();
    expect(main).toHaveFocus();
    expect(caption()).toBe('8 → 16: split in place, one partition at a time');
    expect(main).toHaveTextContent('1 / 15');
    await vi.waitFor(() => expect(screen.getAllByRole('status')[0]).toHaveTextContent('Slide 1 of 15: 8 → 16'));
  });

  it.each([0, 3, 12, 14])('breaks no accessibility rule on slide %i', async (slide) => {
    const { store, main } = await setup();
    act(() => setUi(store, { presenting: { slide } }));
    // jsdom lays nothing out: contrast is measured in test/unit/ui/tokens.test.ts.
    const { violations } = await axe.run(main, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });

  it('goes on and back by the keys of pointers and keyboards, and stops at both ends', async () => {
    const { press, slide, caption, state } = await setup();
    await press('{PageDown}{ArrowRight}');
    expect(caption()).toBe('Step 1 of 8: Split orders_8_0 into orders_16_0, orders_16_8');
    expect(state().playback.t).toBe(1);
    await press(' n');
    expect(slide()).toBe(4);
    await press('{PageUp}p{ArrowLeft}{ArrowLeft}{ArrowLeft}');
    expect(slide()).toBe(0);
    await press('{End}{PageDown}');
    expect(slide()).toBe(14);
    expect(caption()).toBe('Not yet run in PostgreSQL');
    await press('{Home}');
    expect(slide()).toBe(0);
  });

  it('goes on by a click on the right third, back on the left one, and stays in the middle', async () => {
    const { click, slide } = await setup();
    click(0.9);
    click(0.9);
    click(0.5);
    expect(slide()).toBe(2);
    click(0.1);
    expect(slide()).toBe(1);
  });

  it('blanks the screen and comes back with the same key or the next slide', async () => {
    const { press, slide } = await setup();
    await press('b');
    expect(screen.getByTestId('blank')).toBeInTheDocument();
    await press('.');
    expect(screen.queryByTestId('blank')).toBeNull();
    await press('b{PageDown}');
    expect(screen.queryByTestId('blank')).toBeNull();
    expect(slide()).toBe(1);
  });

  it('shows a laser dot or a spotlight at the pointer, hidden from screen readers', async () => {
    const { press } = await setup();
    await press('l');
    const dot = screen.getByTestId('laser');
    fireEvent.pointerMove(window, { clientX: 120, clientY: 80 });
    expect(dot.style.getPropertyValue('translate')).toBe('120px 80px');
    expect(dot).toHaveAttribute('aria-hidden', 'true');
    await press('s');
    expect(screen.queryByTestId('laser')).toBeNull();
    expect(screen.getByTestId('spotlight')).toBeInTheDocument();
    await press('s');
    expect(screen.queryByTestId('spotlight')).toBeNull();
  });

  it('leaves a button that has the focus its own keys', async () => {
    const { user, slide, press } = await setup();
    const controls = screen.getByRole('group', { name: 'Controls of the presentation' });
    await user.click(within(controls).getByRole('button', { name: 'Blank screen' }));
    expect(screen.getByTestId('blank')).toBeInTheDocument();
    await press(' ');
    expect(screen.queryByTestId('blank')).toBeNull();
    expect(slide()).toBe(0);
  });

  it('ends with Esc: the app is back with its focus, and the full screen is left', async () => {
    const { press, state, room } = await setup();
    expect(room.isFullscreen).toBe(true);
    await press('{PageDown}{Escape}');
    expect(state().ui.presenting).toBeNull();
    expect(screen.getByRole('button', { name: 'Share' })).toHaveFocus();
    expect(room.isFullscreen).toBe(false);
    expect(room.told.at(-1)).toEqual({ type: 'ended' });
  });

  it('ends when the reader leaves the full screen, but not when the browser does so for the notes', async () => {
    const { press, state, room } = await setup();
    await press('w');
    act(() => room.endFullscreen());
    expect(state().ui.presenting).not.toBeNull();
    await press('f');
    act(() => room.endFullscreen());
    expect(state().ui.presenting).toBeNull();
  });
});

describe('the window of the notes', () => {
  it('is told every slide, and turns the page', async () => {
    const { press, room, slide } = await setup();
    await press('w');
    expect(room.opened).toBe(1);
    act(() => room.say({ type: 'ready' }));
    expect(room.told.at(-1)).toMatchObject({ type: 'notes', notes: { slide: 0, count: 15, locale: 'en' } });
    act(() => room.say({ type: 'go', by: 1 }));
    act(() => room.say({ type: 'go', by: 1 }));
    expect(slide()).toBe(2);
    expect(room.told.at(-1)).toMatchObject({ notes: { slide: 2, now: { caption: expect.stringMatching(/^Step 1/) } } });
    act(() => room.say({ type: 'go', by: -1 }));
    expect(slide()).toBe(1);
  });

  it('that is blocked is said to be', async () => {
    const { press, room } = await setup();
    room.isBlocked = true;
    await press('w');
    expect(await screen.findByText(/^The browser blocked the window of the notes/)).toBeInTheDocument();
  });
});

describe('a document that changes under a presentation', () => {
  it('shows the last slide where there are fewer than before', async () => {
    const { store, edit, caption, main } = await setup();
    act(() => setUi(store, { presenting: { slide: 40 } }));
    expect(main).toHaveTextContent('15 / 15');
    expect(caption()).toBe('Not yet run in PostgreSQL');
    await edit(setTarget, { spec: { kind: 'uniform', modulus: 8 } });
    expect(main).toHaveTextContent('5 / 5');
  });
});
