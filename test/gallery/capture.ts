import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { en } from '../../src/i18n/catalogues/en.ts';
import { ru } from '../../src/i18n/catalogues/ru.ts';
import { zh } from '../../src/i18n/catalogues/zh.ts';
import type { Catalogue } from '../../src/i18n/i18n.ts';
import type { Locale } from '../../src/i18n/locales.ts';
import type { Theme } from '../../src/store/preferences.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

const catalogues: Readonly<Record<Locale, Catalogue>> = { en, zh, ru };
const tags: Readonly<Record<Locale, string>> = { en: 'en-US', zh: 'zh-CN', ru: 'ru-RU' };

/** The whole window. */
export const WINDOW = 'window';

/** What lies over the window, with the keys that open it. Every other view is known by the id that its text has in the catalogues. */
const covers: ReadonlyMap<string, string> = new Map([
  ['settings', 'Control+,'],
  ['shortcuts', '?'],
  ['palette', 'Control+k'],
  ['presenter', 'Control+Shift+P'],
]);

export interface Stage {
  readonly page: Page;
  /** The window, the views that have a tab, in the order of the page, and what lies over them; of these those that are wanted. */
  readonly views: readonly string[];
  close(): Promise<void>;
}

/** The app wears what the system asks for; high contrast is dark here. */
function mediaOf(theme: Theme) {
  return {
    colorScheme: theme === 'light' ? 'light' : 'dark',
    contrast: theme === 'contrast' ? 'more' : 'no-preference',
  } as const;
}

/** A page without motion whose pictures don't depend on the machine's clock. */
export async function openPage(browser: Browser, locale: Locale, theme: Theme): Promise<BrowserContext> {
  const context = await browser.newContext({
    locale: tags[locale],
    ...mediaOf(theme),
    reducedMotion: 'reduce',
    timezoneId: 'UTC',
  });
  await context.clock.setFixedTime(new Date('2026-01-01T12:00:00Z'));
  return context;
}

/**
 * Opens the first example and looks once at every view that is wanted, so that all code is there and everything is counted
 * when pictures are taken.
 */
export async function openStage(
  browser: Browser,
  url: string,
  { locale, theme, wants }: { readonly locale: Locale; readonly theme: Theme; wants(view: string): boolean },
): Promise<Stage> {
  const context = await openPage(browser, locale, theme);
  const page = await context.newPage();
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(url);
  await page.getByRole('heading', { level: 1 }).waitFor();
  const texts = catalogues[locale];
  const ids = Object.keys(en).flatMap((key) => (key.startsWith('view.') ? [key.slice('view.'.length)] : []));
  const tabs = await page.getByRole('tab').allTextContents();
  const views = tabs.flatMap((text) => ids.find((id) => texts[`view.${id}`] === text) ?? []);
  const stage = { page, views: [WINDOW, ...views, ...covers.keys()].filter(wants), close: () => context.close() };
  for (const view of stage.views) await takeView(stage, locale, view);
  await page.waitForLoadState('networkidle');
  return stage;
}

export async function setTheme(page: Page, theme: Theme): Promise<void> {
  await page.emulateMedia(mediaOf(theme));
}

/** The panel of a view. */
export async function openView(page: Page, locale: Locale, view: string): Promise<Locator> {
  const tab = page.getByRole('tab', { name: catalogues[locale][`view.${view}`]!, exact: true });
  await tab.click();
  return page.locator(`[id="${await tab.getAttribute('aria-controls')}"]`);
}

/** Takes a view, the window with the first view of each group, or what lies over it. */
export async function takeView({ page }: Stage, locale: Locale, view: string): Promise<Buffer> {
  const keys = covers.get(view);
  if (keys !== undefined) return takeCover(page, keys);
  if (view !== WINDOW) return takeIdle(page, { target: await openView(page, locale, view), busy: BUSY, act: scrollUp });
  for (const group of await page.getByRole('tablist').all()) await group.getByRole('tab').first().click();
  return takeIdle(page, { target: page, busy: BUSY, act: scrollUp });
}

async function takeCover(page: Page, keys: string): Promise<Buffer> {
  const cover = page.locator('[role="dialog"], main[data-light]').first();
  await page.keyboard.press(keys);
  await cover.waitFor();
  const picture = await takeIdle(page, { target: page, busy: BUSY });
  await page.keyboard.press('Escape');
  await cover.waitFor({ state: 'detached' });
  // Slides have places in the plan of their own; all other pictures are of its end, where it is with less motion.
  await page.keyboard.press('End');
  return picture;
}

/** Where things are scrolled to depends on the sizes that the window had before. */
async function scrollUp(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const element of document.querySelectorAll('*')) element.scrollTop = 0;
  });
}

/** What is counting or loading says so; the page of the widgets has such a widget on show. */
const BUSY = 'progress, [role="progressbar"], [aria-busy="true"]';

/** What to take: `act` is done before, when earlier focus and pointer are gone; no picture while anything matches `busy`. */
interface Shot {
  readonly target: Page | Locator;
  readonly busy?: string;
  readonly act?: (page: Page) => Promise<void>;
}

/** Most pictures that are taken until two are alike. */
const MOST_TRIES = 40;

/** A picture at rest: nothing is busy, and nothing changed between two pictures. The status bar tells the speed of this machine, so it is covered. */
export async function takeIdle(page: Page, { target, busy, act }: Shot): Promise<Buffer> {
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    return document.fonts.ready.then(() => undefined);
  });
  await page.mouse.move(0, 0);
  await act?.(page);
  const mask = [page.getByRole('contentinfo')];
  let last: Buffer | null = null;
  for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
    if (busy !== undefined) await page.waitForFunction((what) => document.querySelector(what) === null, busy);
    const taken: Buffer = await target.screenshot({ animations: 'disabled', caret: 'hide', mask });
    if (last?.equals(taken)) return taken;
    last = taken;
  }
  throw new Error(`the view still changes after ${MOST_TRIES} pictures: ${page.url()}`);
}
