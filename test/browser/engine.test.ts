import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { AppDriver, plain } from '../drivers/AppDriver.ts';
import { closeProfile, type OpenOptions, testBrowser } from './page.ts';

/** Puts a statement in front of the engine's worker, wherever its kernel comes from. */
function prependToWorker(statement: string): OpenOptions {
  const prepare = (context: BrowserContext): Promise<unknown> =>
    context.route('**/engine.worker*.js', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: `${statement}\n${await response.text()}` });
    });
  return { prepare };
}

describe('counting in the browser', () => {
  const browser = testBrowser();

  it('counts 200 million keys exactly and says what counted them', async () => {
    const app = await browser.visit();
    const driver = new AppDriver(app.page);
    await driver.expectHeadline('8 → 12?');
    await driver.fill('Rows', '200M');
    await driver.expectStatus('200 000 000 keys, all counted', 60_000);
    // Two thirds and a little: figures of PostgreSQL's hash over 200 million keys, as one thread in TypeScript counts them.
    await driver.expectAnswer('A rebuild moves 133 332 564 of 200 000 000 rows (66.7 %)');
    const hashed = app.page.getByRole('button', { name: /^hashed in .+ keys\/s$/ });
    await hashed.focus();
    const tooltip = app.page.getByRole('tooltip');
    await expect.poll(() => tooltip.innerText()).toMatch(/^(SIMD WebAssembly|TypeScript), \d+ workers?\. Wall time/);
    await app.close();
  });

  it('shows how a trillion keys go on, stops when told to, and keeps the last good figures', async () => {
    const app = await browser.visit();
    const driver = new AppDriver(app.page);
    await driver.expectHeadline('8 → 12?');
    await driver.fill('Rows', '1e12');
    const bar = app.page.getByRole('progressbar', { name: /^Counting 1\s000\s000\s000\s000 keys/ });
    await bar.waitFor();
    await expect
      .poll(async () => plain(await bar.locator('..').innerText()), { timeout: 15_000 })
      .toMatch(/\d\.\d %\s+[\d.]+ [KMB] keys\/s\s+(\d+ hr )?\d+ (sec|min) left/);
    await driver.expectAnswer('66 816 of 100 000 rows');
    await driver.press('Cancel');
    await app.page.getByRole('alert').getByText('Counting was stopped').waitFor();
    await driver.expectStatus('100 000 keys, all counted');
    await driver.expectAnswer('66 816 of 100 000 rows');

    await driver.fill('Rows', '100001');
    await driver.expectStatus('100 001 keys, all counted');
    await app.close();
  });

  it('leaves a trillion keys at once for another request', async () => {
    const app = await browser.visit();
    const driver = new AppDriver(app.page);
    await driver.expectHeadline('8 → 12?');
    await driver.fill('Rows', '1e12');
    await app.page.getByRole('progressbar').waitFor();
    await driver.fill('Rows', '2M');
    await driver.expectStatus('2 000 000 keys, all counted');
    await app.close();
  });

  it('counts right in TypeScript where there is no WebAssembly', async () => {
    const app = await browser.open('', prependToWorker('delete globalThis.WebAssembly;'));
    await expectExact(app.page);
    await app.page.getByRole('button', { name: /^hashed in/ }).focus();
    await expect.poll(() => app.page.getByRole('tooltip').innerText()).toMatch(/^TypeScript, /);
    await closeProfile(app.page);
  });

  it('counts right where the kernel is garbage', async () => {
    const app = await browser.open('', {
      prepare: (context) =>
        context.route('**/*.wasm', (route) => route.fulfill({ contentType: 'application/wasm', body: 'no module' })),
    });
    await expectExact(app.page);
    await app.page.getByRole('button', { name: /^hashed in/ }).focus();
    await expect.poll(() => app.page.getByRole('tooltip').innerText()).toMatch(/^TypeScript, /);
    await closeProfile(app.page);
  });

  it('counts right beside the page where no worker starts', async () => {
    const app = await browser.open('', prependToWorker(`throw new Error('planted');`));
    await expectExact(app.page);
    await app.page.getByRole('button', { name: /^hashed in/ }).focus();
    await expect.poll(() => app.page.getByRole('tooltip').innerText()).toMatch(/^TypeScript, 1 worker\./);
    await closeProfile(app.page);
  });
});

async function expectExact(page: Page): Promise<void> {
  const driver = new AppDriver(page);
  await driver.expectHeadline('8 → 12?');
  await driver.expectAnswer('A rebuild moves 66 816 of 100 000 rows (66.8 %)');
  await driver.fill('Rows', '3M');
  await driver.expectStatus('3 000 000 keys, all counted', 60_000);
}
