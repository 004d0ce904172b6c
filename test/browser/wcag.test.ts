import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { AppDriver } from '../drivers/AppDriver.ts';
import { findClipped } from './longTexts.ts';
import { testBrowser } from './page.ts';
import { findSmallTargets, spaceTexts, walkFocus } from './wcag.ts';

/** Each view of the stage with the panel beside it. */
const pairs = [
  ['Strip', 'SQL'],
  ['Ring + nodes', 'Steps'],
  ['Flow', 'Verify'],
  ['Partitions', 'Inspect'],
  ['Compare', 'SQL'],
] as const;

/** What axe does not see of WCAG 2.2 AA. */
describe('in every view', () => {
  const browser = testBrowser();

  async function expectSpaced(page: Page, view: string): Promise<void> {
    await page.evaluate(spaceTexts, true);
    await expect.poll(() => page.evaluate(findClipped), { message: view }).toEqual([]);
    const beyond = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth - clientWidth;
    });
    expect(beyond, view).toBeLessThanOrEqual(0);
    await page.evaluate(spaceTexts, false);
  }

  it('targets are 24 px or apart, focus is seen and not covered, and text may be spaced out', async () => {
    const app = await browser.open('', { viewport: { width: 1024, height: 700 } });
    const { page } = app;
    const driver = new AppDriver(page);
    await driver.expectStatus('12 partitions now');
    await driver.expectStatus('nothing leaves this browser');
    for (const [view, panel] of pairs) {
      await driver.openTab(panel);
      await driver.openTab(view);
      await expect.poll(() => page.getByRole('progressbar').count(), { timeout: 60_000 }).toBe(0);
      await page.getByRole('tabpanel', { name: panel }).waitFor();
      expect(await page.evaluate(findSmallTargets), view).toEqual([]);
      const { stops, problems } = await walkFocus(page);
      expect(problems, view).toEqual([]);
      expect(stops, view).toBeGreaterThan(30);
      await expectSpaced(page, view);
    }
    await page.emulateMedia({ forcedColors: 'active' });
    expect((await walkFocus(page)).problems, 'forced colours').toEqual([]);
    await page.emulateMedia({ forcedColors: 'none' });
    // As wide as a zoom of 400 % leaves a page of 1280 px.
    await page.setViewportSize({ width: 320, height: 640 });
    for (const view of ['Strip', 'Flow', 'Partitions', 'Scenario', 'Steps']) {
      await driver.openTab(view);
      await page.evaluate(() => scrollTo(0, 0));
      expect(await page.evaluate(findSmallTargets), `${view} at 320 px`).toEqual([]);
      await expectSpaced(page, `${view} at 320 px`);
    }
    await app.close();
  });
});
