import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { AppDriver } from '../drivers/AppDriver.ts';
import { findViolations, onlyContrast } from './axe.ts';
import { findClipped, lengthenTexts } from './longTexts.ts';
import { testBrowser } from './page.ts';
import { expectStored } from './stored.ts';

const views = ['Strip', 'Ring + nodes', 'Flow', 'Partitions', 'Compare'];
const PANELS = 4;

/** Beside the light theme. */
const looks = [
  { colorScheme: 'dark' },
  { colorScheme: 'dark', contrast: 'more' },
  { colorScheme: 'light', contrast: 'more' },
  { colorScheme: 'dark', contrast: 'no-preference', forcedColors: 'active' },
] as const;

/** The panels at the right are looked at beside the views. */
async function openPanel(page: Page, index: number): Promise<void> {
  const tabs = page.getByRole('complementary').last().getByRole('tab');
  await tabs.nth(index % PANELS).click();
}

async function openView(page: Page, view: string): Promise<void> {
  await page.getByRole('main').getByRole('tab').nth(views.indexOf(view)).click();
  const shown: Readonly<Record<string, () => Promise<void>>> = {
    'Ring + nodes': () => page.getByRole('group', { name: /^Partitions as a ring/ }).waitFor(),
    Flow: () => page.getByText(/^Point at a ribbon/).waitFor(),
    Partitions: () => page.getByRole('table', { name: 'Partitions before the change' }).waitFor(),
    Compare: () => page.getByRole('slider', { name: 'Nodes' }).waitFor({ timeout: 60_000 }),
  };
  await shown[view]?.();
}

async function choose(page: Page, setting: RegExp, option: string): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name: setting }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

/** Colours of the strip's canvases as "r g b", the opaque ones. */
function paintedColours(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const colours = new Set<string>();
    for (const canvas of document.querySelectorAll<HTMLCanvasElement>('main canvas')) {
      const { width, height } = canvas;
      const copy = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })!;
      copy.drawImage(canvas, 0, 0);
      const { data } = copy.getImageData(0, 0, width, height);
      for (let i = 0; i < data.length; i += 4)
        if (data[i + 3] === 255) colours.add(`${data[i]} ${data[i + 1]} ${data[i + 2]}`);
    }
    return [...colours];
  });
}

describe('how the app looks', () => {
  const browser = testBrowser();

  it('passes axe in every view, light, dark, in high contrast and in forced colours', async () => {
    const app = await browser.visit();
    const { page } = app;
    await new AppDriver(page).expectStatus('12 partitions now');
    for (const [i, view] of views.entries()) {
      await openView(page, view);
      await openPanel(page, i);
      expect(await findViolations(page), view).toEqual([]);
      for (const look of looks) {
        await page.emulateMedia(look);
        // What is around the stage looks alike in every view.
        const part = i < PANELS ? 'main, [data-dock="right"]' : 'html';
        expect(await findViolations(page, onlyContrast, part), `${view} ${JSON.stringify(look)}`).toEqual([]);
      }
      await page.emulateMedia({ forcedColors: 'none', colorScheme: 'light', contrast: 'no-preference' });
    }
    // In forced colours all curves have one colour.
    const dashes = await page
      .locator('main figure path')
      .evaluateAll((all) => all.map((one) => getComputedStyle(one).strokeDasharray));
    expect(dashes).toHaveLength(8);
    expect(new Set(dashes).size).toBe(4);
    await openView(page, 'Strip');
    await expect.poll(() => paintedColours(page)).toContain('63 98 197');
    await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
    // Dots in the colour of text, none in the hue of a node.
    await expect.poll(() => paintedColours(page)).toContain('255 255 255');
    expect(await paintedColours(page)).not.toContain('63 98 197');
    // What stays is grey, though the grey text of this palette is green.
    const stays = page.locator('[data-swatch]').first();
    const greyOf = (element: Element): string => {
      (element as HTMLElement).style.color = 'var(--stays)';
      return getComputedStyle(element).color;
    };
    expect(await stays.evaluate(greyOf)).toBe('color(srgb 0.5 0.5 0.5)');
    await app.close();
  });

  it('takes settings at once and keeps them over a reload, until they are reset', async () => {
    const app = await browser.visit();
    const { page } = app;
    const worn = () =>
      page.evaluate(() => ({ ...document.documentElement.dataset, lang: document.documentElement.lang }));
    await new AppDriver(page).expectHeadline('8 → 12?');
    await page.keyboard.press('Control+,');
    await page.getByRole('dialog', { name: 'Settings' }).waitFor();
    await choose(page, /Theme$/, 'High contrast');
    await choose(page, /Text size$/, '125\u202f%');
    await choose(page, /Motion$/, 'Less motion');
    await choose(page, /Language$/, 'Русский');
    const chosen = { theme: 'contrast', textSize: '125', motion: 'less', lang: 'ru' };
    await expect.poll(worn).toEqual(chosen);
    expect(await findViolations(page)).toEqual([]);
    await expectStored(page, { theme: 'contrast', textSize: '125', motion: 'less', locale: 'ru' });
    await page.reload();
    await expect.poll(worn).toEqual(chosen);
    expect(await page.evaluate(() => getComputedStyle(document.body).fontSize)).toBe('16.25px');
    await page.keyboard.press('Control+,');
    await page.getByRole('button', { name: 'Сбросить настройки' }).click();
    await expect.poll(worn).toEqual({ textSize: '100', lang: 'en' });
    await app.close();
  });

  it.each([
    { width: 1440, height: 900 },
    { width: 1024, height: 700 },
  ])('cuts no text off that is 40 % longer, at $width x $height', async (viewport) => {
    const app = await browser.open('', { viewport });
    const { page } = app;
    await new AppDriver(page).expectStatus('12 partitions now');
    for (const [i, view] of views.entries()) {
      await openView(page, view);
      await openPanel(page, i);
      // Views appear as wide as they are in English, and are looked at with longer texts.
      await page.evaluate(lengthenTexts);
      expect(await page.evaluate(findClipped), view).toEqual([]);
    }
    await page.keyboard.press('Control+,');
    await page.getByRole('dialog').waitFor();
    await page.evaluate(lengthenTexts);
    expect(await page.evaluate(findClipped), 'Settings').toEqual([]);
    await app.close();
  });
});
