import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { AppDriver, plain } from '../drivers/AppDriver.ts';
import { removePickers, testBrowser } from './page.ts';

describe('working with the app', () => {
  const browser = testBrowser();

  it('saves a file, opens it again, and leaves the scenario alone when a file is broken', async () => {
    const app = await browser.open('', { prepare: (context) => context.addInitScript(removePickers) });
    // Keeps the choosers caught between two waits; switching that on and off races with the key press.
    app.page.on('filechooser', () => undefined);
    const driver = new AppDriver(app.page);
    await driver.expectHeadline('8 → 12?');
    await driver.fill('Target', '24');
    await driver.expectHeadline('8 → 24: split in place, one partition at a time');
    const [download] = await Promise.all([app.page.waitForEvent('download'), app.page.keyboard.press('Control+s')]);
    expect(download.suggestedFilename()).toBe('orders.shardscope.json');
    const file = readFileSync(await download.path(), 'utf8');
    expect(JSON.parse(file)).toMatchObject({ format: 'shardscope', version: 2, to: { kind: 'uniform', modulus: 24 } });

    await driver.fill('Target', '16');
    await driver.expectHeadline('8 → 16: split in place, one partition at a time');
    const open = async (name: string, text: string): Promise<void> => {
      const [chooser] = await Promise.all([app.page.waitForEvent('filechooser'), app.page.keyboard.press('Control+o')]);
      await chooser.setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
    };
    await app.page.locator('h1').click();
    await open('broken.json', '{"format":"shardscope","version":1}');
    await app.page.getByText('broken.json was not opened.').waitFor();
    await driver.expectHeadline('8 → 16: split in place, one partition at a time');
    await open('orders.json', file);
    await driver.expectHeadline('8 → 24: split in place, one partition at a time');
    await app.close();
  });

  it('is used by keyboard alone: play, step, walk the boxes, split, undo', async () => {
    const app = await browser.open('', { reducedMotion: 'no-preference' });
    const driver = new AppDriver(app.page);
    const { keyboard } = app.page;
    await driver.expectHeadline('8 → 12?');
    await driver.fill('Target', '16');
    await driver.expectHeadline('8 → 16: split in place, one partition at a time');
    await app.page.locator('body').press('Escape');
    await app.page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await keyboard.press('Home');
    await driver.expectStatus('8 partitions now');
    await keyboard.press('ArrowRight');
    await keyboard.press('ArrowRight');
    await driver.expectStatus('10 partitions now');
    await keyboard.press('ArrowLeft');
    await driver.expectStatus('9 partitions now');
    await keyboard.press('Space');
    await driver.expectStatus('16 partitions now');

    await app.page.getByRole('button', { name: /^orders_8_0:/ }).focus();
    await keyboard.press('ArrowRight');
    const focused = () => app.page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
    expect(plain(await focused())).toContain('orders_8_4: 12 482 rows');
    await keyboard.press('Enter');
    await app.page.getByRole('dialog', { name: 'orders_8_4' }).waitFor();
    await keyboard.press('Enter');
    await driver.expectHeadline('8 → 9: split in place, one partition at a time');
    await keyboard.press('Control+z');
    await driver.expectHeadline('8 → 16: split in place, one partition at a time');
    await app.close();
  });

  it('shows the end without motion to readers who asked for less of it', async () => {
    const app = await browser.visit();
    const driver = new AppDriver(app.page);
    await driver.press('Show 16');
    await driver.expectHeadline('8 → 16: split in place, one partition at a time');
    await driver.expectStatus('16 partitions now, 16 wanted');
    await app.page.getByRole('button', { name: 'Play', exact: true }).waitFor();
    await app.close();
  });

  it('plans, animates and exports 1024 -> 2048 and 512 -> 64', async () => {
    const app = await browser.visit();
    const driver = new AppDriver(app.page);
    await driver.fill('Modulus now', '1024');
    await driver.fill('Target', '2048');
    await driver.expectHeadline('1024 → 2048: split in place, one partition at a time');
    await driver.expectStatus('2 048 partitions now, 2 048 wanted', 30_000);
    await driver.press('Copy');
    await expect.poll(() => driver.clipboard(), { timeout: 10_000 }).toContain('MODULUS 2048, REMAINDER 2047');
    await driver.fill('Modulus now', '512');
    await driver.fill('Target', '64');
    await driver.expectHeadline('512 → 64: merge in place, one group at a time');
    await driver.expectStatus('64 partitions now, 64 wanted', 30_000);
    await app.close();
  });

  it('proves a rebuild and a keep-half split in PostgreSQL, and a stopped run leaves no verdict', async () => {
    const app = await browser.visit();
    const driver = new AppDriver(app.page);
    await driver.expectHeadline('8 → 12?');
    await driver.fill('Rows', '20000');
    await driver.press('Run in PostgreSQL');
    await driver.press('Stop PostgreSQL');
    await app.page.getByRole('button', { name: 'Run in PostgreSQL' }).waitFor();
    await driver.expectStatus('not run in PostgreSQL yet');
    await driver.press('Run in PostgreSQL');
    expect(await driver.verifyToEnd()).toContain('PASS');
    await driver.press('Show 16');
    await app.page.getByRole('button', { name: /Recipe/ }).click();
    await app.page.getByRole('option', { name: /Keep half/ }).click();
    await app.page.getByText('The scenario has changed since this run.').waitFor();
    await driver.press('Run again');
    await app.page.getByText('The scenario has changed since this run.').waitFor({ state: 'detached' });
    expect(await driver.verifyToEnd()).toContain('PASS');
    await app.close();
  });
});
