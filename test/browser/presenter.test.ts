import { describe, expect, it } from 'vitest';
import { AppDriver } from '../drivers/AppDriver.ts';
import { createHand } from '../drivers/hands.ts';
import { testBrowser } from './page.ts';

describe('a presentation', () => {
  const browser = testBrowser();

  it('is paged in both windows, with large labels, and Esc brings the app back as it was', async () => {
    const app = await browser.visit();
    const { page } = app;
    const driver = new AppDriver(page);
    await driver.expectHeadline('8 → 12?');
    await driver.press('Show 16');
    await driver.expectHeadline('8 → 16: split in place, one partition at a time');
    await driver.openTab('Flow');

    await driver.chooseMenu('View', 'Present');
    const slides = page.getByRole('main', { name: 'Presentation' });
    await slides.getByText('1 / 15').waitFor();
    expect(await page.getByRole('banner').count()).toBe(0);
    await page.keyboard.press('PageDown');
    await page.keyboard.press('PageDown');
    await slides
      .getByRole('heading', { name: 'Step 1 of 8: Split orders_8_0 into orders_16_0, orders_16_8' })
      .waitFor();
    // A label of the strip is 12 px in the app.
    const label = page.locator('svg text').filter({ hasText: /^\(8, 0\)$/ });
    expect((await label.boundingBox())!.height).toBeGreaterThan(20);
    await page.keyboard.press('PageUp');
    await slides.getByRole('heading', { name: 'Before: 8 partitions' }).waitFor();
    const keys = createHand('keys', page, false);
    await keys.press(slides.getByRole('button', { name: 'Next slide' }));
    await slides.getByText('3 / 15').waitFor();
    await keys.press(slides.getByRole('button', { name: 'Previous slide' }));
    await slides.getByText('2 / 15').waitFor();

    const [notes] = await Promise.all([page.context().waitForEvent('page'), page.keyboard.press('w')]);
    await notes.getByRole('region', { name: 'Now' }).getByText('Before: 8 partitions').waitFor();
    await notes.getByRole('button', { name: 'Next slide' }).click();
    await slides
      .getByRole('heading', { name: 'Step 1 of 8: Split orders_8_0 into orders_16_0, orders_16_8' })
      .waitFor();
    await notes.getByText('3 / 15').waitFor();
    await page.bringToFront();
    await page.keyboard.press('PageDown');
    await notes.getByText('4 / 15').waitFor();

    await page.keyboard.press('Escape');
    await page.getByRole('banner').waitFor();
    expect(await page.getByRole('tab', { name: 'Flow' }).getAttribute('aria-selected')).toBe('true');
    const focused = page.getByRole('button', { name: 'View', exact: true });
    await expect.poll(() => focused.evaluate((button) => button === document.activeElement)).toBe(true);
    await notes.getByText('The presentation has ended.').waitFor();

    // Another language and theme than the browser's are there from the start, and with nobody to tell them.
    await driver.chooseMenu('View', 'Dark theme');
    await driver.chooseMenu('Language', 'Русский');
    await page.getByRole('button', { name: 'Вид', exact: true }).waitFor();
    await page.keyboard.press('Control+Shift+p');
    await page.getByRole('main', { name: 'Презентация' }).waitFor();
    // The window from before is used again.
    await page.keyboard.press('w');
    await notes.getByRole('region', { name: 'Сейчас' }).waitFor();
    await page.bringToFront();
    await page.keyboard.press('Escape');
    await notes.getByText('Презентация завершена.').waitFor();
    await notes.reload();
    await notes.getByRole('heading', { name: 'Заметки докладчика' }).waitFor();
    expect(await notes.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
    expect(await notes.evaluate(() => document.documentElement.lang)).toBe('ru');
    await app.close();
  });
});
