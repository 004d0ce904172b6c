import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { serialiseScenario } from '../../src/store/parseScenario.ts';
import { defaultScenario } from '../../src/store/scenario.ts';
import { AppDriver } from '../drivers/AppDriver.ts';
import { type TestBrowser, testBrowser } from './page.ts';
import { expectStored, withText } from './stored.ts';

const TO_16 = '8 → 16: split in place, one partition at a time';
const TO_24 = '8 → 24: split in place, one partition at a time';

/** The app with what an init script did to the browser before. */
async function openWith(browser: TestBrowser, prepare: () => void) {
  const app = await browser.open('', { prepare: (context) => context.addInitScript(prepare) });
  return { ...app, driver: new AppDriver(app.page) };
}

/** Loads the app anew in the same tab, without the link in its address. */
async function openAgain(page: Page): Promise<void> {
  await page.goto('about:blank');
  await page.goto(inject('appUrl'));
}

async function expectMessage(page: Page, text: RegExp): Promise<void> {
  await page.getByRole('region', { name: 'Messages' }).getByText(text).first().waitFor();
}

const asksBeforeClosing = (page: Page): Promise<boolean> =>
  page.evaluate(() => !window.dispatchEvent(new Event('beforeunload', { cancelable: true })));

describe('documents', () => {
  const browser = testBrowser();

  it('opens an example in three clicks and brings back the version that it replaced', async () => {
    const app = await browser.visit();
    const driver = new AppDriver(app.page);
    await driver.press('Show 16');
    await driver.expectHeadline(TO_16);
    await driver.chooseMenu('File', /^New from example/);
    await app.page.getByRole('button', { name: 'Ten partitions of 200 001 rows' }).click();
    await driver.expectHeadline('10 → 20: split in place, one partition at a time');
    expect(await app.page.title()).toBe('ten partitions · Shardscope');

    await driver.chooseMenu('File', /^Version history/);
    await app.page.getByRole('option', { name: 'orders' }).click();
    await driver.expectHeadline(TO_16);
    await driver.chooseMenu('Edit', /^Undo history/);
    await app.page.getByRole('option', { name: 'Start' }).click();
    await app.page.keyboard.press('Escape');
    await driver.expectHeadline('8 → 12?');
    await app.close();
  });

  it('opens a file that is dropped on the window, marks what is unsaved, and refuses others', async () => {
    const app = await browser.visit();
    const driver = new AppDriver(app.page);
    await driver.expectHeadline('8 → 12?');
    const drop = async (name: string, text: string): Promise<void> => {
      const dataTransfer = await app.page.evaluateHandle(
        ([fileName, content]) => {
          const transfer = new DataTransfer();
          transfer.items.add(new File([content!], fileName!));
          return transfer;
        },
        [name, text],
      );
      await app.page.dispatchEvent('body', 'dragenter', { dataTransfer });
      await app.page.getByText('Drop the scenario file to open it').waitFor();
      await app.page.dispatchEvent('body', 'drop', { dataTransfer });
    };
    await drop('notes.txt', 'hello');
    await expectMessage(app.page, /^notes\.txt \(5.bytes\) was not opened\. Only files whose names end with \.json/);
    await drop('later.json', JSON.stringify({ format: 'shardscope', version: 9 }));
    await expectMessage(app.page, /^later\.json was not opened\. The scenario has version 9/);
    await driver.expectHeadline('8 → 12?');
    await drop(
      'plan.json',
      serialiseScenario({ ...defaultScenario, name: 'plan', to: { kind: 'uniform', modulus: 16 } }),
    );
    await driver.expectHeadline(TO_16);
    expect(await app.page.title()).toBe('plan · Shardscope');
    await driver.fill('Target', '24');
    await driver.expectHeadline(TO_24);
    expect(await app.page.title()).toBe('• plan · Shardscope');
    await app.close();
  });

  it('saves to a file, then to the same without asking, and opens it from the recent ones', async () => {
    const { page, driver, close } = await openWith(browser, () => {
      // The chooser of a desktop can't be driven from here; the file it gives is a real one, in the page's own file system.
      let asked = 0;
      const showSaveFilePicker = async () => {
        asked += 1;
        const folder = await navigator.storage.getDirectory();
        return folder.getFileHandle(`plan${asked}.json`, { create: true });
      };
      Object.assign(window, { showSaveFilePicker });
    });
    await driver.press('Show 16');
    await driver.expectHeadline(TO_16);
    expect(await page.title()).toBe('• orders · Shardscope');
    await page.keyboard.press('Control+s');
    await expectMessage(page, /^Saved plan1\.json\.$/);
    expect(await page.title()).toBe('orders · Shardscope');
    await driver.fill('Target', '24');
    await driver.expectHeadline(TO_24);
    await page.keyboard.press('Control+s');
    await expect.poll(() => page.title()).toBe('orders · Shardscope');
    await expectStored(page, { origin: { saved: expect.stringContaining('"modulus":24') } });
    await openAgain(page);
    await driver.fill('Target', '32');
    await expect.poll(() => page.title()).toBe('• orders · Shardscope');
    await driver.chooseMenu('File', /^Open recent/);
    await page.getByRole('option', { name: 'plan1.json' }).click();
    await driver.expectHeadline(TO_24);
    await close();
  });

  it('keeps two tabs apart, tells one of the other, and shows the other’s state when asked', async () => {
    const app = await browser.visit();
    const here = new AppDriver(app.page);
    await here.expectHeadline('8 → 12?');
    const second = await app.page.context().newPage();
    await second.goto(inject('appUrl'));
    const there = new AppDriver(second);
    await there.expectHeadline('8 → 12?');
    await there.fill('Target', '24');
    await there.expectHeadline(TO_24);
    await expectMessage(app.page, /^Another tab changed this scenario\.$/);
    await here.expectHeadline('8 → 12?');

    await here.fill('Target', '16');
    await here.expectHeadline(TO_16);
    await expectStored(app.page, withText('"modulus":16'));
    await openAgain(app.page);
    await here.expectHeadline(TO_16);
    await openAgain(second);
    await there.expectHeadline(TO_24);

    await here.fill('Target', '32');
    await there.press('Show it');
    await there.expectHeadline('8 → 32: split in place, one partition at a time');
    await second.keyboard.press('Control+z');
    await there.expectHeadline(TO_24);
    await app.close();
  });

  it('says so when there is no room, and asks before closing', async () => {
    const { page, driver, close } = await openWith(browser, () => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('no room', 'QuotaExceededError');
      };
    });
    await driver.expectHeadline('8 → 12?');
    expect(await asksBeforeClosing(page)).toBe(false);
    await driver.press('Show 16');
    await expectMessage(page, /can’t be saved here: the browser gives no more room/);
    expect(await asksBeforeClosing(page)).toBe(true);
    await close();
  });

  it('works where storage is switched off, and says once that nothing is kept', async () => {
    const { page, driver, close } = await openWith(browser, () => {
      Object.defineProperty(window, 'indexedDB', { value: undefined });
    });
    await driver.press('Show 16');
    await driver.expectHeadline(TO_16);
    await expectMessage(page, /^This browser keeps nothing for this page/);
    await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Close' }).click();
    await driver.fill('Target', '24');
    await driver.expectHeadline(TO_24);
    await page.waitForURL(/#v1\./);
    expect(await page.getByText('This browser keeps nothing').count()).toBe(0);
    await driver.chooseMenu('File', /^Version history/);
    await page.getByText('No versions yet').waitFor();
    await close();
  });

  it('uses another database when the usual one can’t be opened, and finds it again', async () => {
    const { page, driver, close } = await openWith(browser, () => {
      const { open } = IDBFactory.prototype;
      IDBFactory.prototype.open = function (this: IDBFactory, name: string, version?: number) {
        if (name === 'shardscope') throw new DOMException('damaged', 'UnknownError');
        return open.call(this, name, version);
      };
    });
    await expectMessage(page, /^The browser’s database can’t be opened\./);
    await driver.press('Show 16');
    await driver.expectHeadline(TO_16);
    await expectStored(page, withText('"modulus":16'));
    await openAgain(page);
    await driver.expectHeadline(TO_16);
    await close();
  });

  it('skips a damaged record and says so', async () => {
    const app = await browser.visit();
    const driver = new AppDriver(app.page);
    await driver.press('Show 16');
    await driver.expectHeadline(TO_16);
    await expectStored(app.page, withText('"modulus":16'));
    await app.page.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open('shardscope');
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const transaction = opening.result.transaction('autosave', 'readwrite');
            const store = transaction.objectStore('autosave');
            const keys = store.getAllKeys();
            keys.onsuccess = () => {
              for (const key of keys.result) store.put({ scenario: '{"format":"shardscope"', time: 9e15 }, key);
            };
            transaction.oncomplete = () => resolve();
          };
        }),
    );
    await openAgain(app.page);
    await expectMessage(app.page, /^A scenario that was saved here is damaged and was skipped\.$/);
    await driver.expectHeadline('8 → 12?');
    await app.close();
  });
});
