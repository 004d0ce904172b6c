import { describe, expect, inject, it } from 'vitest';
import { AppDriver, plain } from '../drivers/AppDriver.ts';
import { testBrowser } from './page.ts';
import { expectStored, withText } from './stored.ts';

describe('the first story: 8 partitions, 12 wished', () => {
  const browser = testBrowser();

  it('is answered, played, copied and proved with no typing, and its link brings it back', async () => {
    const app = await browser.open('', { reducedMotion: 'no-preference' });
    const driver = new AppDriver(app.page);
    await driver.expectHeadline('8 → 12?');
    await driver.expectAnswer("PostgreSQL can't turn 8 partitions into 12 in place");
    await driver.expectAnswer('A rebuild moves 66 816 of 100 000 rows (66.8 %)');
    await driver.expectAnswer('Going to 16 moves 49 986 (50.0 %)');
    expect(await app.page.title()).toBe('orders · Shardscope');

    await driver.press('Show 16');
    await driver.expectHeadline('8 → 16: split in place, one partition at a time');
    await driver.expectAnswer('49 986 of 100 000 rows change table (50.0 %)');
    // It plays by itself to its end.
    await driver.expectStatus('16 partitions now, 16 wanted');
    const playhead = app.page.getByRole('slider', { name: /plan/i });
    await expect.poll(() => playhead.getAttribute('aria-valuenow')).toBe('8');
    await app.page.getByText('Now · modulus 16', { exact: true }).waitFor();
    await expect.poll(() => app.page.evaluate(showsStep)).toBe(true);

    await playhead.focus();
    await app.page.keyboard.press('Home');
    await driver.expectStatus('8 partitions now, 16 wanted');
    await app.page.getByText('Now · on the way to modulus 16', { exact: true }).waitFor();
    await app.page.keyboard.press('ArrowRight');
    await driver.expectStatus('9 partitions now, 16 wanted');

    await driver.press('Copy');
    await expect.poll(() => driver.clipboard()).not.toBe('');
    const sql = await driver.clipboard();
    expect(sql).toContain('ALTER TABLE orders DETACH PARTITION orders_8_3;');
    expect(sql).toContain('FOR VALUES WITH (MODULUS 16, REMAINDER 11);');

    await driver.press('Run in PostgreSQL');
    const report = await driver.verifyToEnd();
    expect(report).toContain('PASS');
    expect(report).toMatch(/PostgreSQL 18\.\d+ agrees with every prediction/);
    expect(report).toContain('100 000');
    await driver.expectStatus('agrees on');

    await expect.poll(() => app.page.url()).toContain('#v1.');
    const link = app.page.url().slice(inject('appUrl').length);
    expect(link).toContain('t=1');
    await app.close();

    const again = await browser.visit(link);
    const second = new AppDriver(again.page);
    await second.expectHeadline('8 → 16: split in place, one partition at a time');
    await second.expectStatus('9 partitions now, 16 wanted');
    await again.close();
  });

  it('survives a reload without a link', async () => {
    const app = await browser.visit();
    const driver = new AppDriver(app.page);
    await driver.press('Show 16');
    await driver.expectHeadline('8 → 16: split in place, one partition at a time');
    await expectStored(app.page, withText('"modulus":16'));
    await app.page.goto(inject('appUrl'));
    await driver.expectHeadline('8 → 16: split in place, one partition at a time');
    await app.close();
  });

  it('says what is wrong with a broken link and shows the scenario from before', async () => {
    const app = await browser.visit('#v1.AAAA');
    const driver = new AppDriver(app.page);
    await driver.expectHeadline('8 → 12?');
    await app.page.getByText('The link is damaged').waitFor();
    await app.close();
  });

  it('splits one hot partition from its box, undoes and redoes', async () => {
    const app = await browser.visit();
    const driver = new AppDriver(app.page);
    await driver.press('Show 16');
    await driver.expectHeadline('8 → 16: split in place, one partition at a time');
    await app.page
      .getByRole('button', { name: /orders_8_3/ })
      .first()
      .click();
    const split = app.page.getByRole('button', { name: /^Split by 2/ });
    await expect.poll(async () => plain(await split.innerText())).toContain('6 195 + 6 253');
    await split.click();
    await driver.expectHeadline('8 → 9: split in place, one partition at a time');
    await driver.expectAnswer('6 253 of 100 000 rows change table');
    await app.page.keyboard.press('Control+z');
    await driver.expectHeadline('8 → 16: split in place, one partition at a time');
    await app.page.keyboard.press('Control+Shift+z');
    await driver.expectHeadline('8 → 9: split in place, one partition at a time');
    await app.close();
  });

  it('refuses a bad number at its field and keeps the last good state', async () => {
    const app = await browser.visit();
    const driver = new AppDriver(app.page);
    await driver.fill('Target', '5000');
    await app.page.getByText(/5\s000 partitions; a whole number from 1 to 4\s096/).waitFor();
    await driver.expectHeadline('8 → 12?');
    await driver.fill('Target', '1e1');
    await driver.expectHeadline('8 → 10?');
    await driver.expectAnswer('80 041 of 100 000 rows (80.0 %)');
    await app.close();
  });

  it('inspects a key down to its partition', async () => {
    const app = await browser.visit();
    const driver = new AppDriver(app.page);
    await driver.expectHeadline('8 → 12?');
    await app.page.keyboard.press('/');
    const field = app.page.getByLabel('order_id (bigint)');
    await field.waitFor();
    await field.fill('42');
    await app.page.getByText('0x663218bcfb84b17f').waitFor();
    await app.page.getByText('orders_8_2').first().waitFor();
    await field.fill('4x');
    await app.page.getByText('invalid input syntax for type bigint: "4x"').waitFor();
    await driver.expectHeadline('8 → 12?');
    await app.close();
  });

  it('speaks Chinese and Russian, and comes in dark', async () => {
    const app = await browser.open('', { colorScheme: 'dark' });
    const driver = new AppDriver(app.page);
    await driver.expectHeadline('8 → 12?');
    for (const language of ['中文', 'Русский']) {
      // Search, share, language, theme; the third comes a moment after the page.
      const buttons = app.page.getByRole('banner').locator('> :last-child').getByRole('button');
      await expect.poll(() => buttons.count()).toBe(4);
      await buttons.nth(2).click();
      await app.page.getByRole('menuitemradio', { name: language }).click();
      await expect.poll(() => app.page.locator('html').getAttribute('lang')).toBe(language === '中文' ? 'zh' : 'ru');
      await driver.expectAnswer('66 816');
    }
    await app.close();
  });
});

/** Runs in the page: whether the SQL of the current step begins at the top of what is in view, or all of it is in view. */
function showsStep(): boolean {
  const lines = [...document.querySelectorAll('.cm-currentStep')].map((line) => line.getBoundingClientRect());
  const view = document.querySelector('.cm-scroller')?.getBoundingClientRect();
  const [first] = lines;
  if (first === undefined || view === undefined || first.top < view.top) return false;
  return first.top - view.top < 60 || lines.at(-1)!.bottom <= view.bottom + 1;
}
