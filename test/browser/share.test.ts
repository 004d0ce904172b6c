import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { expect, it } from 'vitest';
import { encodeLink } from '../../src/store/link.ts';
import { defaultScenario } from '../../src/store/scenario.ts';
import { AppDriver } from '../drivers/AppDriver.ts';
import { comparePictures } from '../gallery/pictures.ts';
import { removePickers, testBrowser } from './page.ts';

const browser = testBrowser();

const split = { ...defaultScenario, to: { kind: 'uniform', modulus: 16 } } as const;

it('a link opens its view in its language; pictures of it are real, and print has the sheet alone', async () => {
  const app = await browser.open(encodeLink({ scenario: split, t: 3.5, view: 'ring', lang: 'ru' }), {
    colorScheme: 'dark',
    prepare: (context) => context.addInitScript(removePickers),
  });
  const { page } = app;
  const driver = new AppDriver(page);
  await driver.expectHeadline('8 → 16: разделение на месте, по одной секции');
  await expect.poll(() => page.getByRole('tab', { name: 'Кольцо + узлы' }).getAttribute('aria-selected')).toBe('true');
  await driver.press('Поделиться');
  const svg = (await save(page, 'Сохранить рисунок как SVG…')).toString('utf8');
  const [, width, height] = /^<svg [^>]*width="(\d+)" height="(\d+)"/.exec(svg)!;
  expect(svg).toContain('разделение на месте');
  const png = PNG.sync.read(await save(page, 'Сохранить рисунок как PNG…'));
  expect([png.width, png.height]).toEqual([2 * Number(width), 2 * Number(height)]);
  const colours = new Set(new Uint32Array(png.data.buffer, png.data.byteOffset, png.data.byteLength / 4));
  expect(colours.size).toBeGreaterThan(50);
  await page.keyboard.press('Escape');
  await driver.openTab('Секции');
  await driver.press('Поделиться');
  const table = (await save(page, 'Сохранить рисунок как SVG…')).toString('utf8');
  expect(table).toContain('>orders_8_7<');
  await page.keyboard.press('Escape');
  await driver.openTab('Кольцо + узлы');
  const viewer = await browser.running().newPage({ deviceScaleFactor: 2 });
  for (const picture of [svg, table]) expect(await fontsOf(viewer, picture)).toEqual(['Inter Variable, carried']);
  // The picture of pixels has the same letters as the file, where it is drawn by itself.
  const drawn = await drawnAlone(viewer, svg);
  expect(comparePictures(drawn, png).differs).toBe(false);
  const bare = await drawnAlone(viewer, svg.replace(/<style>[^<]*<\/style>/, '').replace('"Inter, ', '"'));
  expect(comparePictures(bare, png).differs).toBe(true);
  await viewer.close();

  const pdf = await printed(page);
  expect(pdf.length).toBeGreaterThan(50_000);
  await app.close();
});

it('a picture with Chinese texts carries both fonts, as SVG and as PNG', async () => {
  const app = await browser.open(encodeLink({ scenario: split, t: 3.5, view: 'strip', lang: 'zh' }), {
    prepare: (context) => context.addInitScript(removePickers),
  });
  const driver = new AppDriver(app.page);
  await driver.press('分享');
  const svg = (await save(app.page, '将图保存为 SVG…')).toString('utf8');
  expect(svg.length).toBeLessThan(1_000_000);
  const viewer = await browser.running().newPage({ deviceScaleFactor: 2 });
  expect(await fontsOf(viewer, svg)).toEqual(['Inter Variable, carried', 'Noto Sans SC Thin, carried']);
  const png = PNG.sync.read(await save(app.page, '将图保存为 PNG…'));
  expect(comparePictures(await drawnAlone(viewer, svg), png).differs).toBe(false);
  expect(comparePictures(await drawnAlone(viewer, svg.replaceAll(/<text.*<\/text>/g, '')), png).differs).toBe(true);
  await viewer.close();
  await app.close();
});

/** What a button of the open page saves. */
async function save(page: Page, button: string): Promise<Buffer> {
  const download = page.waitForEvent('download');
  await new AppDriver(page).press(button);
  return readFileSync(await (await download).path());
}

/** The fonts of the texts of a picture on a page of its own, which may ask for nothing. */
async function fontsOf(viewer: Page, svg: string): Promise<string[]> {
  const requests: string[] = [];
  viewer.on('request', (request) => requests.push(request.url()));
  await viewer.setContent(svg);
  const faces = await viewer.evaluate(async () => [...(await document.fonts.ready)].map(({ status }) => status));
  expect([...new Set(faces)]).toEqual(['loaded']);
  expect(requests.filter((url) => !url.startsWith('data:'))).toEqual([]);
  const devTools = await viewer.context().newCDPSession(viewer);
  await devTools.send('DOM.enable');
  await devTools.send('CSS.enable');
  const { root } = await devTools.send('DOM.getDocument');
  const { nodeIds } = await devTools.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector: 'text' });
  const used = await Promise.all(nodeIds.map((nodeId) => devTools.send('CSS.getPlatformFontsForNode', { nodeId })));
  await devTools.detach();
  const names = used.flatMap(({ fonts }) =>
    fonts.map(({ familyName, isCustomFont }) => `${familyName}, ${isCustomFont ? 'carried' : 'of the system'}`),
  );
  return [...new Set(names)];
}

async function drawnAlone(viewer: Page, svg: string): Promise<PNG> {
  await viewer.setContent(`<body style="margin: 0">${svg}</body>`);
  await viewer.evaluate(() => document.fonts.ready);
  return PNG.sync.read(await viewer.locator('svg').screenshot());
}

async function printed(page: Page): Promise<Buffer> {
  // The sheet arrives some seconds after the start.
  await expect
    .poll(
      async () => {
        await page.emulateMedia({ media: 'screen' });
        await page.emulateMedia({ media: 'print' });
        return page.getByRole('article').isVisible();
      },
      { timeout: 15_000 },
    )
    .toBe(true);
  expect(await page.locator('#root').isVisible()).toBe(false);
  expect(await page.locator('article svg').isVisible()).toBe(true);
  expect(await page.locator('article pre').innerText()).toContain('CREATE TABLE orders');
  expect(await page.locator('article').evaluate((sheet) => getComputedStyle(sheet).backgroundColor)).toBe(
    'rgb(255, 255, 255)',
  );
  // Its texts are dark in the midst of a dark theme.
  expect(await page.locator('article svg text').first().getAttribute('fill')).toBe('#1b2330');
  return page.pdf({ format: 'A4' });
}

it('a frame shows one view with its playback and no chrome, and stores nothing', async () => {
  // With motion, as the buttons are those of a plan that plays.
  const app = await browser.open(`?embed=strip${encodeLink({ scenario: split, t: null, view: 'ring' })}`, {
    reducedMotion: 'no-preference',
  });
  const { page } = app;
  const driver = new AppDriver(page);
  await driver.expectHeadline('8 → 16: split in place, one partition at a time');
  const hash = new URL(page.url()).hash;
  await expect.poll(() => page.getByRole('group', { name: /^Partitions before and after/ }).count()).toBe(1);
  expect(await page.getByRole('banner').count()).toBe(0);
  expect(await page.getByRole('contentinfo').count()).toBe(0);
  expect(await page.getByRole('tablist').count()).toBe(0);
  await page
    .getByRole('button', { name: /^(?:Pause|Next step)$/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Previous step' }).click();
  const open = page.getByRole('link', { name: 'Open in Shardscope' });
  expect(await open.getAttribute('rel')).toBe('noopener');
  expect(await open.getAttribute('href')).toMatch(/\/#v1\.[\w-]+&view=strip$/);
  expect(new URL(page.url()).hash).toBe(hash);
  expect(await page.evaluate(() => indexedDB.databases())).toEqual([]);
  await app.close();
});
