import { act, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { startLook } from '../../src/app/look.ts';
import { onReducedMotion, prefersReducedMotion } from '../../src/app/reducedMotion.ts';
import { changeLocale } from '../../src/i18n/i18n.ts';
import { setUi } from '../../src/store/createAppStore.ts';
import { Settings } from '../../src/views/dialogs/Settings.tsx';
import { plain, renderApp } from '../fixtures/renderApp.tsx';
import { setMedia } from './media.ts';

afterEach(() => changeLocale('en'));

async function setup() {
  const app = await renderApp(<Settings />);
  const choose = async (setting: RegExp, option: RegExp) => {
    await app.user.click(screen.getByRole('button', { name: setting }));
    await app.user.click(screen.getByRole('option', { name: option }));
  };
  return { ...app, choose };
}

async function setupLook() {
  const app = await renderApp(<p />);
  startLook(app.store);
  return app;
}

describe('the settings', () => {
  it('are taken at once, without touching the document or its history', async () => {
    const { choose, state } = await setup();
    const before = state();
    await choose(/Theme$/, /^High contrast$/);
    await choose(/Text size$/, /^112/);
    await choose(/Motion$/, /^Full motion$/);
    await choose(/Language$/, /^Русский$/);
    expect(state().ui).toMatchObject({ theme: 'contrast', textSize: '112', motion: 'full', locale: 'ru' });
    expect(state().document).toBe(before.document);
    expect(state().history).toBe(before.history);
  });

  it('go back to those of the start', async () => {
    const { store, state, user } = await setup();
    act(() => setUi(store, { theme: 'dark', textSize: '125', motion: 'less', singleKeys: false, locale: 'zh' }));
    await user.click(screen.getByRole('button', { name: 'Reset settings' }));
    expect(state().ui).toMatchObject({
      theme: 'system',
      textSize: '100',
      motion: 'system',
      singleKeys: true,
      locale: 'en',
    });
  });

  it('show how numbers are written in the language', async () => {
    await setup();
    expect(plain(document.body.textContent)).toContain('follow the language: 66 816.5, 1.5 GB.');
    await act(() => changeLocale('ru'));
    expect(plain(document.body.textContent)).toContain('66 816,5, 1,5 ГБ.');
  });
});

describe('the look', () => {
  const worn = (): DOMStringMap => ({ ...document.documentElement.dataset });

  it('has high contrast for readers whose system asks for it, unless they chose a theme', async () => {
    const { store } = await setupLook();
    expect(worn().theme).toBeUndefined();
    setMedia('(prefers-contrast: more)', true);
    expect(worn().theme).toBe('contrast');
    setUi(store, { theme: 'dark' });
    expect(worn().theme).toBe('dark');
    setUi(store, { theme: 'system' });
    setMedia('(prefers-contrast: more)', false);
    expect(worn().theme).toBeUndefined();
  });

  it('moves as the reader chose, otherwise as the system says', async () => {
    const { store } = await setupLook();
    expect(prefersReducedMotion()).toBe(false);
    setUi(store, { motion: 'less' });
    expect(prefersReducedMotion()).toBe(true);
    setMedia('(prefers-reduced-motion: reduce)', true);
    setUi(store, { motion: 'full' });
    expect(prefersReducedMotion()).toBe(false);
    setUi(store, { motion: 'system' });
    expect(prefersReducedMotion()).toBe(true);
  });

  it('tells pictures when motion is chosen', async () => {
    const { store } = await setupLook();
    const heard = new Promise<void>((resolve) => {
      const stop = onReducedMotion(() => {
        stop();
        resolve();
      });
    });
    setUi(store, { motion: 'less' });
    await heard;
    setUi(store, { motion: 'system' });
  });
});
