import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Theme } from '../../src/store/preferences.ts';
import { openStage, openView, type Stage, setTheme, takeView } from '../gallery/capture.ts';
import { type Case, nameOf, shownThemes } from '../gallery/cases.ts';
import { readBaseline } from '../gallery/files.ts';
import { compareRoughly, shrinkScreenshot } from '../gallery/pictures.ts';
import { launchBrowser } from './page.ts';

/**
 * Three of the pictures of `npm run gallery`, so that neither it nor they rot. Machines have other fonts, so only the mean
 * colours of large cells are compared; the last test shows what that forgives and what it finds.
 */
const MOST_CELLS = 0.12;

const cases: readonly Case[] = [
  { view: 'window', theme: 'light', locale: 'en', size: { width: 1440, height: 900 } },
  { view: 'strip', theme: 'light', locale: 'en', size: { width: 1440, height: 900 } },
  { view: 'scenario', theme: 'dark', locale: 'en', size: { width: 1024, height: 700 } },
];

describe('the gallery', () => {
  let browser: Browser;
  let stage: Stage;
  beforeAll(async () => {
    browser = await launchBrowser();
    const wants = (view: string): boolean => cases.some((of) => of.view === view);
    stage = await openStage(browser, inject('appUrl'), { locale: 'en', theme: 'light', wants });
  });
  afterAll(async () => {
    await stage.close();
    await browser.close();
  });

  /** The app hears of it a moment later. */
  async function wear(theme: Theme): Promise<void> {
    await setTheme(stage.page, theme);
    const worn = (): Promise<unknown> =>
      stage.page.evaluate(() => [
        document.documentElement.dataset.theme ?? 'system',
        matchMedia('(prefers-color-scheme: dark)').matches,
      ]);
    await expect.poll(worn).toEqual([theme === 'contrast' ? 'contrast' : 'system', theme !== 'light']);
  }

  async function shareOf(of: Case): Promise<number> {
    await wear(of.theme);
    await stage.page.setViewportSize(of.size);
    const committed = readBaseline(nameOf(of));
    if (committed === null) throw new Error(`there is no picture ${nameOf(of)}: npm run gallery -- --update`);
    return compareRoughly(committed, shrinkScreenshot(await takeView(stage, of.locale, of.view)));
  }

  it.each(cases)('has a committed picture of $view in $theme that still looks like it', async (of) => {
    expect(await shareOf(of), 'look with npm run gallery; accept with npm run gallery -- --update').toBeLessThan(
      MOST_CELLS,
    );
  });

  it('wears every theme that it has pictures of', async () => {
    for (const theme of shownThemes) await wear(theme);
  });

  it('forgives other fonts, and finds an empty panel', async () => {
    const { page } = stage;
    const setFont = (font: string): Promise<void> =>
      page.evaluate((name) => {
        for (const token of ['--font-ui', '--font-mono']) document.documentElement.style.setProperty(token, name);
      }, font);
    await setFont('serif');
    for (const of of cases) expect(await shareOf(of), of.view).toBeLessThan(MOST_CELLS);
    await setFont('');
    await (await openView(page, 'en', 'strip')).evaluate((panel) => {
      for (const part of panel.querySelectorAll<HTMLElement>('*')) part.style.visibility = 'hidden';
    });
    expect(await shareOf(cases[1]!)).toBeGreaterThan(MOST_CELLS);
  });
});
