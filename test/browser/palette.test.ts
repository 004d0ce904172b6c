import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { AppDriver } from '../drivers/AppDriver.ts';
import { holdFile } from './holdFile.ts';
import { testBrowser } from './page.ts';
import { expectStored } from './stored.ts';

const browser = testBrowser();

/** What has the keyboard focus: its region and its name. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { activeElement } = document;
    const region = activeElement?.closest('[data-region]')?.getAttribute('data-region') ?? 'page';
    return `${region}: ${activeElement?.getAttribute('aria-label') ?? activeElement?.textContent ?? ''}`;
  });
}

async function open() {
  // Without motion the plan stands at its end, and no step moves on by itself.
  const app = await browser.visit();
  const driver = new AppDriver(app.page);
  await driver.expectStatus('100 000 keys, all counted');
  const palette = app.page.getByRole('dialog', { name: 'Commands' });
  const openPalette = async (): Promise<void> => {
    await app.page.keyboard.press('Control+k');
    await expect.poll(() => focused(app.page)).toBe('page: Search commands');
  };
  /** Types into the open palette until Enter means a command, and runs it. */
  const run = async (text: string, command: string): Promise<void> => {
    await app.page.keyboard.type(text);
    await palette.locator('[data-focused]').filter({ hasText: command }).waitFor();
    await app.page.keyboard.press('Enter');
    await palette.waitFor({ state: 'detached' });
  };
  return { ...app, driver, palette, openPalette, run };
}

describe('the built app, by its commands', () => {
  it('runs a command by parts of its name, gives the focus back, and offers it first after a reload', async () => {
    const { page, driver, palette, openPalette, run, close } = await open();
    await page.getByRole('button', { name: 'Share' }).focus();
    await openPalette();
    await run('spl evr two', 'Split every partition in two');
    await driver.expectHeadline('8 → 16: split in place, one partition at a time');
    await expect.poll(() => focused(page)).toBe('header: Share');
    await openPalette();
    await page.keyboard.type('shark');
    await page.keyboard.press('Escape');
    await palette.waitFor({ state: 'detached' });
    await expectStored(page, { recentCommands: ['splitAll'] });
    await page.reload();
    await driver.expectStatus('all counted');
    await openPalette();
    expect(await palette.getByRole('group').first().getAttribute('aria-label')).toBe('Recent');
    const first = palette.getByRole('group', { name: 'Recent' }).getByRole('menuitem');
    expect(await first.allInnerTexts()).toEqual([expect.stringContaining('Split every partition in two')]);
    await close();
  });

  it('walks the parts of the window, and remembers the place in each', async () => {
    const { page, openPalette, run, close } = await open();
    await page.getByRole('button', { name: 'Edit', exact: true, expanded: false }).waitFor();
    const press = async (keys: string): Promise<string> => {
      await page.keyboard.press(keys);
      return (await focused(page)).split(':')[0]!;
    };
    const walked: string[] = [];
    for (let n = 0; n < 7; n++) walked.push(await press('F6'));
    expect(walked).toEqual(['header', 'left', 'stage', 'timeline', 'right', 'status', 'header']);
    await press('ArrowRight');
    await press('F6');
    await press('Shift+F6');
    expect(await focused(page)).toBe('header: Edit');
    await openPalette();
    await run('next part', 'Next part of the window');
    await expect.poll(() => focused(page)).toContain('left: ');
    // A view without a timeline is walked without it.
    await page.getByRole('tab', { name: 'Flow' }).click();
    await page.getByRole('slider', { name: 'Place in the plan' }).waitFor({ state: 'detached' });
    expect([await press('F6'), await press('Shift+F6')]).toEqual(['right', 'stage']);
    await close();
  });

  it('keeps the place in the menu bar while its menus are loaded', async () => {
    const menus = holdFile('**/assets/chunk-HeaderMenus-*.js');
    const { page, close } = await browser.open('', { prepare: menus.prepare });
    await new AppDriver(page).expectStatus('all counted');
    await page.keyboard.press('F6');
    await page.keyboard.press('ArrowRight');
    expect(await focused(page)).toBe('header: Edit');
    const edit = page.getByRole('button', { name: 'Edit', exact: true });
    expect(await edit.getAttribute('aria-expanded')).toBeNull();
    await menus.release();
    await expect.poll(() => edit.getAttribute('aria-expanded')).toBe('false');
    await expect.poll(() => focused(page)).toBe('header: Edit');
    await page.keyboard.press('ArrowDown');
    await page.getByRole('menu', { name: 'Edit' }).waitFor();
    await close();
  });

  it('tells the same of every command in its menu, in the palette and on the sheet of shortcuts', async () => {
    const { page, palette, openPalette, close } = await open();
    const textsOf = (within: Locator): Promise<string[]> =>
      within
        .locator('[role^="menuitem"]')
        .evaluateAll((entries) => entries.map((entry) => (entry.textContent ?? '').replaceAll(/\s+/g, ' ').trim()));
    const inMenus = new Map<string, string[]>();
    for (const name of ['File', 'Edit', 'View', 'Plan', 'Help']) {
      await page.getByRole('button', { name, exact: true, expanded: false }).click();
      const menu = page.getByRole('menu', { name });
      await menu.waitFor();
      inMenus.set(name, await textsOf(menu));
      await page.keyboard.press('Escape');
      await menu.waitFor({ state: 'detached' });
    }
    await openPalette();
    const inPalette: string[] = [];
    for (const [name, entries] of inMenus) {
      const texts = await textsOf(palette.getByRole('group', { name }));
      // The palette does not list what opened it.
      const expected = entries.filter((entry) => !entry.startsWith('Find a command'));
      expect(expected.length).toBeGreaterThan(1);
      expect(texts).toEqual(expect.arrayContaining(expected));
      inPalette.push(...texts);
    }
    expect(inPalette).toContain('Undo Ctrl+Z Nothing to undo');
    await page.keyboard.press('Escape');
    await palette.waitFor({ state: 'detached' });
    await page.keyboard.press('?');
    const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await sheet.waitFor();
    const rows = await sheet
      .locator('dl > div')
      .evaluateAll((found) =>
        found.map((row) =>
          [row.querySelector('dt'), row.querySelector('kbd')].map((part) => part?.textContent).join(' '),
        ),
      );
    expect(rows.length).toBeGreaterThan(20);
    const untold = rows.filter((row) => !inPalette.some((entry) => entry.startsWith(row)));
    expect(untold).toEqual([expect.stringContaining('Ctrl+K')]);
    await close();
  });

  it('does with the partition and the panel at hand what their own menus offer', async () => {
    const { page, driver, openPalette, run, close } = await open();
    const box = page.getByRole('button', { name: /^orders_8_3:/ }).first();
    await box.focus();
    await page.keyboard.press('Shift+F10');
    await expect.poll(() => focused(page)).toContain('page: Split by 2');
    await page.keyboard.press('Escape');
    await expect.poll(() => focused(page)).toContain('stage: orders_8_3:');
    await openPalette();
    await run('split 8_3', 'Split orders_8_3 by 2');
    await driver.expectHeadline('8 → 9: split in place, one partition at a time');
    await page.getByRole('tab', { name: 'SQL' }).click();
    await openPalette();
    await run('to the left dock', 'Move SQL to the left dock');
    await expect.poll(() => focused(page)).toBe('left: SQL');
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menu', { name: 'Panel SQL' }).waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => focused(page)).toBe('left: SQL');
    await close();
  });

  it('leaves single keys alone once they are turned off, also after a reload', async () => {
    const { page, driver, close } = await open();
    await page.keyboard.press('?');
    await page.getByRole('switch', { name: 'Shortcuts of a single key' }).press('Space');
    await page.keyboard.press('Escape');
    await expectStored(page, { singleKeys: false });
    await page.reload();
    await driver.expectStatus('all counted');
    await page.keyboard.press('?');
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    const probe = page.getByRole('menuitem', { name: 'Look up a key' });
    expect(await probe.innerText()).not.toContain('/');
    await page.keyboard.press('Escape');
    await page.getByRole('menu').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog', { name: 'Commands' }).waitFor();
    expect(await page.getByRole('dialog').count()).toBe(1);
    await close();
  });
});
