import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { encodeLink } from '../../src/store/link.ts';
import { defaultScenario } from '../../src/store/scenario.ts';
import { AppDriver } from '../drivers/AppDriver.ts';
import { findViolations } from './axe.ts';
import { testBrowser } from './page.ts';

const views = ['Ring + nodes', 'Flow', 'Partitions', 'Compare', 'Strip'];
const panels = ['Steps', 'Verify', 'Inspect', 'SQL'];
const to16 = encodeLink({ scenario: { ...defaultScenario, to: { kind: 'uniform', modulus: 16 } }, t: 0 });

/** Commands that open a window. */
const dialogs = [
  'Settings…',
  'New from example…',
  'Open recent…',
  'Version history…',
  'Undo history…',
  'Share…',
  'Keyboard shortcuts',
  'About Shardscope',
  'Save layout as…',
];

async function openFromPalette(page: Page, command: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('searchbox', { name: 'Search commands' }).fill(command);
  await page.getByRole('menuitem', { name: command }).first().waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByRole('heading').first().waitFor();
}

describe('accessibility', () => {
  const browser = testBrowser();

  it('axe finds nothing in any view, any panel and the windows', async () => {
    const app = await browser.visit();
    const { page } = app;
    const driver = new AppDriver(page);
    await driver.expectStatus('12 partitions now');
    for (const [index, view] of views.entries()) {
      await driver.openTab(view);
      // A panel is looked at beside a view.
      const panel = panels[index];
      if (panel !== undefined) await driver.openTab(panel);
      await expect.poll(() => page.getByRole('progressbar').count(), { timeout: 60_000 }).toBe(0);
      expect(await findViolations(page), `${view}, ${panel}`).toEqual([]);
    }
    for (const dialog of dialogs) {
      await openFromPalette(page, dialog);
      expect(await findViolations(page), dialog).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
    await app.close();
  });

  it('axe finds nothing in the palette, in any menu, in the presentation and its notes', async () => {
    const app = await browser.visit();
    const { page } = app;
    const driver = new AppDriver(page);
    await driver.expectStatus('all counted');
    const box = page.getByRole('button', { name: /^orders_8_3:/ }).first();
    const close = async (role: 'menu' | 'dialog'): Promise<void> => {
      await page.keyboard.press('Escape');
      await page.getByRole(role).waitFor({ state: 'detached' });
    };
    for (const menu of ['File', 'Edit', 'View', 'Plan', 'Help', 'Language', 'Panel SQL']) {
      await page.getByRole('button', { name: menu, exact: true }).click();
      await page.getByRole('menu', { name: menu }).waitFor();
      expect(await findViolations(page), menu).toEqual([]);
      await close('menu');
    }
    await box.focus();
    await page.keyboard.press('Shift+F10');
    await page.getByRole('dialog', { name: 'orders_8_3' }).waitFor();
    expect(await findViolations(page), 'partition').toEqual([]);
    await close('dialog');
    await page.keyboard.press('Control+k');
    const palette = page.getByRole('dialog', { name: 'Commands' });
    for (const [text, entry] of [
      ['', /^Split orders_8_3 by 2/],
      ['undo', /^Undo Edit Ctrl\+Z Nothing to undo$/],
    ] as const) {
      await palette.getByRole('searchbox').fill(text);
      await palette.getByRole('menuitem', { name: entry }).waitFor();
      expect(await findViolations(page), `palette: ${text}`).toEqual([]);
    }
    await close('dialog');
    await page.keyboard.press('Control+Shift+p');
    const slides = page.getByRole('main', { name: 'Presentation' });
    await slides.getByText(/^1 \/ /).waitFor();
    expect(await findViolations(page), 'presentation').toEqual([]);
    const [notes] = await Promise.all([page.context().waitForEvent('page'), page.keyboard.press('w')]);
    await notes.getByRole('region', { name: 'Now' }).waitFor();
    expect(await findViolations(notes), 'notes').toEqual([]);
    await app.close();
  });

  it.each([2, 4])('at a zoom of %i nothing is wider than the page, which begins at its top', async (zoom) => {
    const app = await browser.open(to16, {
      viewport: { width: 1280 / zoom, height: 1024 / zoom },
      deviceScaleFactor: zoom,
    });
    const { page } = app;
    const driver = new AppDriver(page);
    await driver.expectStatus('16 wanted');
    expect(await page.evaluate(() => scrollY)).toBe(0);
    for (const view of views) {
      await driver.openTab(view);
      await expect.poll(() => page.evaluate(findOverflow), { message: view }).toEqual([]);
    }
    for (const panel of ['Scenario', ...panels]) {
      await driver.openTab(panel);
      await expect.poll(() => page.evaluate(findOverflow), { message: panel }).toEqual([]);
    }
    await driver.press('Copy');
    await page
      .getByText(/^SQL copied/)
      .first()
      .waitFor();
    await app.close();
  });

  it('nothing is animated for readers who asked for less motion', async () => {
    const app = await browser.visit(to16);
    const { page } = app;
    const driver = new AppDriver(page);
    await driver.expectStatus('16 partitions now');
    await page.keyboard.press('Home');
    await driver.expectStatus('8 partitions now');
    await driver.press('Play');
    expect(
      await page.evaluate(() => document.getAnimations().filter(({ playState }) => playState === 'running').length),
    ).toBe(0);
    await driver.expectStatus('16 partitions now');
    await app.close();
  });

  it('a playback of eight steps is told at most once a step', async () => {
    const app = await browser.open(to16, { reducedMotion: 'no-preference' });
    const { page } = app;
    const driver = new AppDriver(page);
    await driver.expectStatus('8 partitions now');
    await page.evaluate(countAnnouncements);
    await driver.press('Play');
    await driver.expectStatus('16 partitions now');
    await page.waitForTimeout(700);
    const said = await page.evaluate(() => (globalThis as unknown as { said: string[] }).said);
    expect(said.at(-1)).toContain('8 of 8 steps are done');
    // The page has begun to play by itself; from the press on it plays from the start.
    const played = said.slice(said.findLastIndex((text) => text.includes('0 of 8 steps are done')));
    expect(played.length).toBeLessThanOrEqual(9);
    await app.close();
  });
});

/** Runs in the page: what makes it scroll sideways, and text that is cut off at its edge. */
function findOverflow(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  const wide = scrollWidth > clientWidth ? [`page: ${scrollWidth} px of ${clientWidth}`] : [];
  for (const element of document.querySelectorAll('button, input, select, a[href], h1, h2, p')) {
    const { left, right, width } = element.getBoundingClientRect();
    if (width <= 1 || !element.checkVisibility() || (right <= clientWidth + 1 && left >= -1)) continue;
    let box = element.parentElement;
    // Tables, SQL and the like scroll in a box of their own.
    while (box !== null && !/auto|scroll/.test(getComputedStyle(box).overflowX)) box = box.parentElement;
    if (box === null || box === document.documentElement || box === document.body)
      wide.push(`${element.outerHTML.slice(0, 120)}: ${left} to ${right}`);
  }
  return wide;
}

/** Runs in the page: keeps what live regions come to say, for `said`. */
function countAnnouncements(): void {
  const said: string[] = [];
  Object.assign(globalThis, { said });
  for (const region of document.querySelectorAll('[aria-live="polite"], [role="status"]')) {
    new MutationObserver(() => {
      if (region.textContent !== '') said.push(region.textContent ?? '');
    }).observe(region, { childList: true, characterData: true, subtree: true });
  }
}
