import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { AppDriver } from '../drivers/AppDriver.ts';
import { ruleAgainstFetch, testBrowser } from './page.ts';
import { dist, serveFolder } from './staticHost.ts';

const browser = testBrowser();

const withServiceWorker = { serviceWorkers: 'allow' } as const;

/** Waits until the app is kept and the page is served from what is kept. */
async function untilKept(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const { scope } = await navigator.serviceWorker.ready;
    while (navigator.serviceWorker.controller === null) await new Promise((resolve) => setTimeout(resolve, 20));
    return scope;
  });
}

function keptFiles(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const caches_ = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
    const requests = (await Promise.all(caches_.map((cache) => cache.keys()))).flat();
    return requests.map(({ url }) => new URL(url).pathname);
  });
}

const isPglite = (path: string): boolean => /(?:pglite|initdb)-/.test(path);

describe('after one visit under a sub-path of a host that sends no headers', () => {
  it('everything works without the host, PostgreSQL after its first use, and workers obey the policy', async () => {
    const host = await serveFolder(dist, '/a/b/');
    const app = await browser.open(host.url, withServiceWorker);
    const { page } = app;
    const driver = new AppDriver(page);
    await driver.expectHeadline('8 → 12?');
    expect(await untilKept(page)).toBe(host.url);
    const devTools = await page.context().newCDPSession(page);
    // A shell without windows does not know what can be installed.
    const none = { installabilityErrors: [] };
    const { installabilityErrors } = await devTools.send('Page.getInstallabilityErrors').catch(() => none);
    // The profile of a test has no place for programs; all else is as Chromium wants it.
    const missing = installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito');
    expect(missing).toEqual([]);
    expect((await keptFiles(page)).filter(isPglite)).toEqual([]);
    expect(host.asked.filter(isPglite)).toEqual([]);
    await driver.press('Show 16');
    await driver.fill('Rows', '2000');
    await driver.press('Run in PostgreSQL');
    expect(await driver.verifyToEnd()).toContain('PASS');
    const kept = await keptFiles(page);
    // All but PGlite's copy for pages without workers, and the service worker itself.
    expect(kept).toEqual(expect.arrayContaining(['/a/b/index.html', '/a/b/manifest.webmanifest', '/a/b/icon-512.png']));
    expect(kept.filter(isPglite).length).toBeGreaterThanOrEqual(4);

    await host.close();
    await page.reload();
    await driver.expectHeadline('8 → 16: split in place, one partition at a time');
    await driver.expectStatus('2 000 keys, all counted');
    for (const view of ['Ring + nodes', 'Flow', 'Partitions', 'Compare', 'Steps', 'Inspect']) {
      await driver.openTab(view);
      await page.getByRole('tabpanel', { name: view }).waitFor();
    }
    await page.getByRole('rowheader', { name: 'hash mod N' }).waitFor();
    await driver.openTab('Verify');
    await driver.press('Run in PostgreSQL');
    expect(await driver.verifyToEnd()).toContain('PASS');
    await driver.chooseMenu('Language', 'Русский');
    await page.getByText('ничто не покидает этот браузер').waitFor();

    expect(app.consoleProblems).toEqual([]);
    expect(page.workers().length).toBeGreaterThan(0);
    for (const worker of page.workers()) expect(await ruleAgainstFetch(worker, 'localhost')).toBe('connect-src');
    await page.context().close();
  });
});

describe('a new version', () => {
  it.each([
    ['takes over', 'SKIP_WAITING'],
    ['is held back by the browser', 'never'],
  ])('waits for the reader, and takes what was done last along, also when it %s', async (_, message) => {
    const folder = mkdtempSync(join(tmpdir(), 'shardscope-'));
    cpSync(dist, folder, { recursive: true });
    const host = await serveFolder(folder);
    const app = await browser.open(host.url, withServiceWorker);
    const { page } = app;
    const driver = new AppDriver(page);
    await driver.expectHeadline('8 → 12?');
    await untilKept(page);

    const change = (name: string, from: RegExp, to: string): void => {
      const path = join(folder, name);
      const before = readFileSync(path, 'utf8');
      expect(before).toMatch(from);
      writeFileSync(path, before.replace(from, to));
    };
    change('index.html', /<html lang="en">/, '<html lang="en" data-version="2">');
    change('sw.js', /(index\.html`?"?,\s*"?revision"?:\s*[`"'])\w+/, '$1other');
    // One that does not take over when it is told to is what a browser makes of one that it holds back.
    change('sw.js', /SKIP_WAITING/, message);
    await page.reload();
    const reload = page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Reload' });
    await reload.waitFor();
    const version = (): Promise<string | undefined> => page.evaluate(() => document.documentElement.dataset.version);
    expect(await version()).toBeUndefined();
    await driver.press('Show 16');
    await reload.click();
    await expect.poll(version).toBe('2');
    await driver.expectHeadline('8 → 16: split in place, one partition at a time');
    await app.close();
    await host.close();
    rmSync(folder, { recursive: true });
  });
});
