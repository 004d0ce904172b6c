import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppDriver } from '../drivers/AppDriver.ts';
import { removePickers, testBrowser } from './page.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'shardscope-'));

const browser = testBrowser();
beforeAll(() => {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const { status, stderr } = spawnSync(process.execPath, [vite, 'build', '--mode', 'single', '--outDir', folder], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production' },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('the build that is one file', () => {
  it('opens from disk with everything but PostgreSQL, and asks for nothing', async () => {
    expect(readdirSync(folder)).toEqual(['shardscope.html']);
    const app = await browser.open(pathToFileURL(join(folder, 'shardscope.html')).href, {
      serviceWorkers: 'allow',
    });
    const { page } = app;
    const requests: string[] = [];
    page.context().on('request', (request) => requests.push(request.url()));
    const driver = new AppDriver(page);
    await driver.expectHeadline('8 → 12?');
    await driver.expectAnswer('A rebuild moves 66 816 of 100 000 rows (66.8 %)');
    await page.locator('.cm-content').waitFor();
    // More keys than TypeScript is left to count: the kernel is in the file as well.
    await driver.fill('Rows', '3000000');
    await driver.expectStatus('3 000 000 keys, all counted');
    await page.getByRole('button', { name: /hashed in/ }).focus();
    await page.getByRole('tooltip', { name: /SIMD WebAssembly/ }).waitFor();
    await page.evaluate(removePickers);
    await driver.press('Share');
    const download = page.waitForEvent('download');
    await driver.press('Save picture as SVG…');
    expect(readFileSync(await (await download).path(), 'utf8')).toMatch(/@font-face[^}]*base64,[\w+/]{1000}/);
    await page.keyboard.press('Escape');

    await driver.openTab('Inspect');
    await page.getByRole('tabpanel', { name: 'Inspect' }).getByText('hashint8extended').first().waitFor();
    await driver.openTab('Compare');
    await page.getByRole('rowheader', { name: 'hash mod N' }).waitFor();
    await driver.openTab('Verify');
    const verify = page.getByRole('tabpanel', { name: 'Verify' });
    await verify.getByText('This build has no PostgreSQL in it').waitFor();
    const run = verify.getByRole('button', { name: 'Run in PostgreSQL' });
    expect(await run.getAttribute('aria-disabled')).toBe('true');
    await driver.expectStatus('no PostgreSQL in this build');
    await driver.chooseMenu('Language', '中文');
    await page.getByText('没有任何内容离开此浏览器').waitFor();
    expect(requests.filter((url) => !/^(?:blob|data):/.test(url))).toEqual([]);
    await app.close();
  });
});
