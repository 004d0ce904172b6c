import type { BrowserContext } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { en } from '../../src/i18n/catalogues/en.ts';
import { AppDriver } from '../drivers/AppDriver.ts';
import { holdFile } from './holdFile.ts';
import { testBrowser } from './page.ts';

/** Paths of what index.html names: all that a first load needs. */
async function firstAssets(): Promise<readonly string[]> {
  const html = await (await fetch(inject('appUrl'))).text();
  const paths = [...html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+)"/g)].map(([, path]) => path!);
  expect(paths.some((path) => path.endsWith('.js'))).toBe(true);
  return paths;
}

async function codeOf(paths: readonly string[]): Promise<string> {
  const scripts = paths.filter((path) => path.endsWith('.js'));
  const texts = scripts.map(async (path) => (await fetch(new URL(path, inject('appUrl')))).text());
  return (await Promise.all(texts)).join('\n');
}

describe('the built app in Chromium', () => {
  const browser = testBrowser();

  it('opens without console problems and asks no other host for anything', async () => {
    const app = await browser.visit();
    await app.page.waitForFunction(() => (document.getElementById('root')?.childElementCount ?? 0) > 0);
    expect(await app.page.title()).toContain('Shardscope');
    await app.close();
  });

  it('keeps the rest alive when a panel can’t be loaded, and loads it when that is tried again', async () => {
    const app = await browser.open();
    const { page } = app;
    const driver = new AppDriver(page);
    await driver.expectHeadline('8 → 12?');
    await page.route('**/assets/chunk-FlowView-*.js', (route) => route.abort());
    await driver.openTab('Flow');
    const failed = page.getByRole('alert').filter({ hasText: 'This panel stopped' });
    await failed.getByRole('button', { name: 'Copy details' }).click();
    await expect.poll(() => driver.clipboard()).toMatch(/FlowView[\s\S]*Shardscope \d/);
    await driver.press('Show 16');
    await driver.expectHeadline('8 → 16: split in place, one partition at a time');
    await failed.getByRole('button', { name: 'Try again' }).click();
    await failed.waitFor();
    await page.unroute('**/assets/chunk-FlowView-*.js');
    await failed.getByRole('button', { name: 'Try again' }).click();
    await page.getByText(/^Point at a ribbon/).waitFor();
    await page.context().close();
  });

  it('loads neither PostgreSQL nor the editor with the page itself', async () => {
    const assets = await firstAssets();
    expect(assets.filter((path) => /pglite|codemirror/.test(path))).toEqual([]);
    const code = await codeOf(assets);
    expect(code).not.toContain('initdb');
    expect(code).not.toContain('cm-content');
  });

  it('draws the first picture without the later texts, shows no key for them, and has them where they belong', async () => {
    const texts = holdFile('**/assets/chunk-en-*.js');
    const app = await browser.open('#v9.abcd', { prepare: texts.prepare });
    const { page } = app;
    await page.waitForFunction(() => performance.getEntriesByName('first-picture').length > 0);
    await page.getByRole('heading', { level: 1 }).waitFor();
    const html = await page.evaluate(() => document.body.outerHTML);
    expect(Object.keys(en).filter((key) => html.includes(`>${key}<`) || html.includes(`"${key}"`))).toEqual([]);
    expect(html).toContain(en['strip.legendMoves']);
    expect(html).not.toContain(en['notice.linkRefused']);
    await texts.release();
    await page.getByText(en['notice.linkRefused']).waitFor();
    await page.getByRole('button', { name: en['sql.copy'], exact: true }).waitFor();
    await app.close();
  });

  it('starts its worker first, and asks for nothing that the first picture does without before that is drawn', async () => {
    const early: string[] = [];
    const worker = holdFile('**/engine.worker*.js');
    const prepare = async (context: BrowserContext): Promise<void> => {
      context.on('request', (request) => early.push(new URL(request.url()).pathname.split('/').at(-1)!));
      // Whatever comes after the picture has time enough to come before it.
      await worker.prepare(context);
      // However slow the machine, the page's patience with the worker does not end: see app/awaitPicture.ts.
      await context.addInitScript(() => {
        const { setTimeout } = window;
        const patient = (run: () => void, ms?: number): number => (ms === 3000 ? 0 : setTimeout(run, ms));
        Object.assign(window, { setTimeout: patient });
      });
    };
    const app = await browser.open('', { prepare });
    const { page } = app;
    await page.getByRole('tab').first().waitFor();
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))));
    const scripts = early.filter((name) => /\.(?:js|css|wasm)$/.test(name));
    expect(scripts.filter((name) => !/^(?:index|chunk-rolldown-runtime|engine\.worker)-/.test(name))).toEqual([]);
    expect(scripts.some((name) => name.startsWith('engine.worker-'))).toBe(true);
    await worker.release();
    await page.getByRole('button', { name: en['sql.copy'], exact: true }).waitFor();
    const order = await page.evaluate(() => {
      const [picture] = performance.getEntriesByName('first-picture');
      const files = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
      const chunks = files.filter(({ name }) => /\/chunk-(?!rolldown-runtime)/.test(name));
      return { picture: picture!.startTime, chunks: chunks.map(({ startTime }) => startTime) };
    });
    expect(order.chunks.length).toBeGreaterThan(10);
    expect(Math.min(...order.chunks)).toBeGreaterThan(order.picture);
    await app.close();
  });

  it('serves production code and the icon', async () => {
    const icon = await fetch(new URL('icon.svg', inject('appUrl')));
    expect(icon.headers.get('content-type')).toContain('image/svg+xml');
    const code = await codeOf(await firstAssets());
    expect(code).not.toContain('Download the React DevTools');
    expect(code.length).toBeGreaterThan(10_000);
  });
});

/** The page's policy would stop what is planted here before it could be seen. */
const withoutPolicy = { bypassCSP: true };

describe('openApp', () => {
  const browser = testBrowser();

  it.each([
    { what: 'a console error', code: `console.error('planted')`, says: 'error: planted' },
    { what: 'a console warning', code: `console.warn('planted')`, says: 'warning: planted' },
    { what: 'an uncaught error', code: `setTimeout(() => { throw new Error('planted'); })`, says: 'uncaught: planted' },
    {
      what: 'an uncaught error in a worker',
      code: `new Worker(URL.createObjectURL(new Blob(["throw new Error('planted')"])))`,
      says: 'planted',
    },
  ])('reports $what', async ({ code, says }) => {
    const app = await browser.open('icon.svg', withoutPolicy);
    await app.page.evaluate(code);
    await expect.poll(() => app.consoleProblems.join()).toContain(says);
    await expect(app.close()).rejects.toThrow('planted');
  });

  it.each([
    { what: 'a request to another port', code: `void fetch('http://127.0.0.1:9/planted').catch(() => {})` },
    { what: 'an image from another port', code: `new Image().src = 'http://127.0.0.1:9/planted'` },
    { what: 'a web socket to another port', code: `void new WebSocket('ws://127.0.0.1:9/planted')` },
    {
      what: 'a request of a worker',
      code: `new Worker(URL.createObjectURL(new Blob(["fetch('http://127.0.0.1:9/planted').catch(() => {})"])))`,
    },
  ])('reports $what', async ({ code }) => {
    const app = await browser.open('icon.svg', withoutPolicy);
    await app.page.evaluate(code);
    await expect.poll(() => app.foreignRequests.join()).toContain('127.0.0.1:9/planted');
    await expect(app.close()).rejects.toThrow('planted');
  });
});
