import { describe, it } from 'vitest';
import { AppDriver } from '../drivers/AppDriver.ts';
import { testBrowser } from './page.ts';

/** The first worker of the page, which counts, never says a word. */
const dumbWorker = `
  let started = 0;
  window.Worker = class extends Worker {
    isDumb = started++ === 0;
    set onmessage(listener) {
      if (!this.isDumb) super.onmessage = listener;
    }
  };
`;

describe('a worker that does not answer', () => {
  const browser = testBrowser();

  it('is told of with its silence, can be given up, and another one is asked next', async () => {
    const app = await browser.open('', { prepare: (context) => context.addInitScript(dumbWorker) });
    const driver = new AppDriver(app.page);
    await app.page.getByText(/The worker has not answered for \d+ s\./).waitFor({ timeout: 15_000 });
    await driver.press('Cancel');
    await driver.press('Count again');
    await driver.expectStatus('100 000 keys, all counted');
    await app.close();
  });
});
