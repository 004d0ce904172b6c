import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { encodeLink } from '../../src/store/link.ts';
import { defaultScenario, type Scenario } from '../../src/store/scenario.ts';
import { AppDriver } from '../drivers/AppDriver.ts';
import { testBrowser } from './page.ts';
import { expectStored } from './stored.ts';

const stageViews = ['Strip', 'Ring + nodes', 'Flow', 'Partitions', 'Compare'];
const sizes = [
  { width: 360, height: 740 },
  { width: 768, height: 1024 },
  { width: 1024, height: 700 },
  { width: 1440, height: 900 },
  { width: 3840, height: 2160 },
];

/** What is wider than the window, or in the header beside it. */
function overflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const wide = document.scrollingElement!.scrollWidth > window.innerWidth ? ['the page'] : [];
    const outside = [...document.querySelectorAll('body header *, body footer *')].filter((element) => {
      const { left, right, width } = element.getBoundingClientRect();
      return width > 0 && (left < 0 || right > window.innerWidth + 0.5);
    });
    return [...wide, ...outside.map((element) => element.outerHTML.slice(0, 100))];
  });
}

/**
 * What scrolls both ways, and what scrolls down within something that does. Lists of any length may: they are drawn as far
 * as they are in view, which needs a box of their own.
 */
function doubleScrolling(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const scrolls = (element: Element, way: 'X' | 'Y'): boolean => {
      const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element;
      const isLonger = way === 'X' ? scrollWidth > clientWidth + 1 : scrollHeight > clientHeight + 1;
      const isRoot = element === document.scrollingElement;
      return isLonger && (isRoot || /auto|scroll/.test(getComputedStyle(element)[`overflow${way}`]));
    };
    const isLongList = (element: Element): boolean =>
      element.matches('.cm-scroller') ||
      element.querySelectorAll('ol > li').length > 7 ||
      Number(element.querySelector('[aria-rowcount]')?.getAttribute('aria-rowcount')) > 12;
    const found: string[] = [];
    for (const element of document.querySelectorAll('body *')) {
      if (!scrolls(element, 'Y') || !element.checkVisibility() || isLongList(element)) continue;
      let outer = element.parentElement;
      while (outer !== null && !scrolls(outer, 'Y')) outer = outer.parentElement;
      if (outer !== null || scrolls(element, 'X')) found.push(element.outerHTML.slice(0, 100));
    }
    return found;
  });
}

/** What scrolls sideways in the stage. */
function sidewaysScrolling(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('main *')]
      .filter((element) => /auto|scroll/.test(getComputedStyle(element).overflowX))
      .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
      .map((element) => element.outerHTML.slice(0, 100)),
  );
}

/** How far the stage scrolls, with the picture that it is there for. */
function stageOverflow(page: Page): Promise<number> {
  return page
    .getByRole('main')
    .getByRole('tabpanel')
    .evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight);
}

/** The box of an element of the window, in CSS px. */
async function boxOf(page: Page, selector: string) {
  return (await page.locator(selector).boundingBox())!;
}

describe('the window', () => {
  const browser = testBrowser();

  it('is arranged by mouse and keyboard, and is found again as it was left', async () => {
    const app = await browser.visit();
    const { page } = app;
    const driver = new AppDriver(page);
    await driver.expectHeadline('8 → 12?');
    const right = page.locator('[data-dock="right"]');
    const width = async () => Math.round((await right.boundingBox())!.width);
    expect(await width()).toBe(372);

    const edge = await boxOf(page, '[data-dock="right"] [role="separator"]');
    await page.mouse.move(edge.x + 4, 500);
    await page.mouse.down();
    await page.mouse.move(edge.x - 60, 520, { steps: 4 });
    await page.mouse.move(edge.x - 96, 520);
    await page.mouse.up();
    expect(await width()).toBe(472);
    await page.getByRole('separator', { name: 'Size of the right dock' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    expect(await width()).toBe(440);

    const steps = (await page.getByRole('tab', { name: 'Steps' }).boundingBox())!;
    await page.mouse.move(steps.x + 20, steps.y + 10);
    await page.mouse.down();
    await page.mouse.move(700, 500, { steps: 4 });
    await page.mouse.move(700, 820);
    await page.mouse.up();
    const below = page.locator('[data-dock="bottom"]');
    await below.getByText('One step is one transaction').waitFor();
    expect(Math.round((await below.boundingBox())!.height)).toBe(240);
    const inspect = (await page.getByRole('tab', { name: 'Inspect' }).boundingBox())!;
    await page.mouse.move(inspect.x + 20, inspect.y + 10);
    await page.mouse.down();
    await page.mouse.move(inspect.x - 60, inspect.y + 10, { steps: 4 });
    const sql = (await page.getByRole('tab', { name: 'SQL' }).boundingBox())!;
    await page.mouse.move(sql.x + 4, sql.y + 10);
    await page.mouse.up();
    const order = () => right.getByRole('tab').allInnerTexts();
    expect(await order()).toEqual(['Inspect', 'SQL', 'Verify']);

    await expectStored(page, { layout: { right: { size: 440, panels: ['inspect', 'sql', 'verify'] } } });
    await page.reload();
    await driver.expectHeadline('8 → 12?');
    expect(await width()).toBe(440);
    expect(await order()).toEqual(['Inspect', 'SQL', 'Verify']);
    await below.getByText('One step is one transaction').waitFor();
    await app.close();
  });

  it('has its docks resized without dragging: from menus by pointer and by keys, and from the palette', async () => {
    const app = await browser.visit();
    const { page } = app;
    await new AppDriver(page).expectHeadline('8 → 12?');
    const right = page.locator('[data-dock="right"]');
    const width = async () => Math.round((await right.boundingBox())!.width);
    const menu = page.getByRole('button', { name: 'Panel SQL' });
    const wider = page.getByRole('menuitem', { name: 'Make the dock wider' });
    await menu.click();
    await wider.click();
    await wider.click();
    expect(await width()).toBe(500);
    await page.keyboard.press('Escape');
    await wider.waitFor({ state: 'detached' });

    const focused = () =>
      page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent);
    const inRight = () => right.evaluate((dock) => dock.contains(document.activeElement));
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    while (!(await inRight())) await page.keyboard.press('F6');
    while ((await focused()) !== 'Panel SQL') await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await wider.waitFor();
    await page.keyboard.type('Make the dock n');
    await page.keyboard.press('Enter');
    expect(await width()).toBe(436);
    await page.keyboard.press('Escape');
    await expect.poll(focused).toBe('Panel SQL');

    const ask = async (name: string) => {
      await page.keyboard.press('Control+k');
      await page.getByRole('searchbox').fill(name);
      await page.getByRole('menuitem', { name }).waitFor();
      await page.keyboard.press('Enter');
      await page.getByRole('searchbox').waitFor({ state: 'detached' });
    };
    await ask('Make the dock of SQL narrower');
    expect(await width()).toBe(372);
    await expect.poll(focused).toBe('Panel SQL');
    await ask('Move SQL to the left dock');
    await expect.poll(focused).toMatch(/^SQL/);
    await app.close();
  });

  it('has four layouts on the keys 1 to 4, each with the panels it is for', async () => {
    const app = await browser.visit();
    const { page } = app;
    await new AppDriver(page).expectHeadline('8 → 12?');
    const shown = () =>
      page
        .locator('[data-dock]')
        .evaluateAll((docks) =>
          docks.map(
            (dock) => `${dock.dataset.dock} ${dock.querySelector('[aria-selected="true"]')?.textContent ?? '-'}`,
          ),
        );
    const expected = {
      1: ['left -', 'right Inspect'],
      2: ['left Steps', 'right SQL'],
      4: ['left -', 'bottom Steps', 'right Verify'],
      3: ['left Scenario', 'right SQL'],
    };
    for (const [key, docks] of Object.entries(expected)) {
      await page.keyboard.press(key);
      await expect.poll(shown, { message: key }).toEqual(docks);
      expect(await overflow(page), key).toEqual([]);
      await expect.poll(() => stageOverflow(page), { message: key }).toBe(0);
    }
    await app.close();
  });

  it('fits from a phone to a wall, in every view, with every control in reach', async () => {
    const app = await browser.open();
    const { page } = app;
    const driver = new AppDriver(page);
    await driver.expectHeadline('8 → 12?');
    for (const view of stageViews) {
      await driver.openTab(view);
      for (const size of sizes) {
        await page.setViewportSize(size);
        const message = `${view} at ${size.width}`;
        await expect.poll(() => overflow(page), { message }).toEqual([]);
        await expect.poll(() => doubleScrolling(page), { message }).toEqual([]);
        if (size.width <= 900) continue;
        await expect.poll(() => stageOverflow(page), { message }).toBe(0);
        await expect.poll(() => sidewaysScrolling(page), { message }).toEqual([]);
      }
    }
    await page.setViewportSize(sizes[0]!);
    for (const panel of ['Scenario', 'Verify', 'Inspect', 'Steps', 'SQL']) {
      await driver.openTab(panel);
      await expect.poll(() => doubleScrolling(page), { message: panel }).toEqual([]);
    }
    const sql = page.locator('.cm-scroller');
    await sql.waitFor();
    expect(await sql.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
    expect(await sql.evaluate((box) => box.getBoundingClientRect().right)).toBeLessThanOrEqual(360);
    for (const name of ['Menu', 'Share', 'Language', 'Switch between light and dark']) {
      await page.getByRole('banner').getByRole('button', { name, exact: true }).click({ trial: true });
    }
    await driver.chooseMenu('Menu', 'Verify');
    await page.getByText('Starts a real PostgreSQL in this tab').waitFor();
    await app.close();
  });

  it('has room for strip and ring in a low window with long texts, and for the targets with large ones', async () => {
    const scenario: Scenario = { ...defaultScenario, to: { kind: 'uniform', modulus: 16 } };
    const app = await browser.open(encodeLink({ scenario, t: 2, view: 'strip', lang: 'ru' }), {
      viewport: { width: 1024, height: 700 },
    });
    const { page } = app;
    const driver = new AppDriver(page);
    for (const view of ['Кольцо + узлы', 'Секции', 'Полоса']) {
      await driver.openTab(view);
      await expect.poll(() => stageOverflow(page), { message: view }).toBe(0);
      const names = page.locator('[data-region="timeline"] li');
      const shown = await names.evaluateAll((all) => all.filter((name) => name.checkVisibility()).length);
      expect(shown).toBe(1);
    }
    await page.getByText('Б', { exact: true }).waitFor();
    // Also with Russian words Compare and Partitions have room for their columns, and Flow for the names of 16 partitions.
    for (const view of ['Сравнение', 'Секции', 'Потоки']) {
      await driver.openTab(view);
      await page.getByRole('table').first().waitFor();
      await expect.poll(() => sidewaysScrolling(page), { message: view }).toEqual([]);
    }
    await expect.poll(() => page.getByRole('img').locator('text').count()).toBe(24);
    await driver.openTab('Полоса');
    await page.keyboard.press('Control+,');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /Размер текста$/ })
      .click();
    await page.getByRole('option', { name: '125\u202f%', exact: true }).click();
    await page.getByRole('listbox').waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.setViewportSize({ width: 1440, height: 1000 });
    const targets = page.getByRole('table', { name: 'Те же ключи, другие цели' });
    await expect
      .poll(() => targets.evaluate((table) => table.scrollWidth - table.parentElement!.clientWidth))
      .toBeLessThanOrEqual(0);
    await app.close();
  });
});
