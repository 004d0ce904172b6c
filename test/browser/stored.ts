import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** What the page keeps for the next visit, as it lies in the browser's database; null as long as nothing does. */
function stored(page: Page): Promise<object | null> {
  return page.evaluate(async () => {
    // The usual one, or the one that is used where that can't be opened.
    const names = (await indexedDB.databases()).map(({ name }) => name!);
    const found = await Promise.all(
      names.map(
        (name) =>
          new Promise<readonly { readonly time: number }[]>((resolve, reject) => {
            const request = indexedDB.open(name);
            request.onerror = () => reject(request.error);
            request.onsuccess = () => {
              const database = request.result;
              const store = database.transaction('autosave').objectStore('autosave');
              // A reload begins a slot of its own; the newest is what the page keeps.
              const slots = store.getAll(IDBKeyRange.bound('slot:', 'slot:\uffff'));
              slots.onerror = () => reject(slots.error);
              slots.onsuccess = () => {
                database.close();
                resolve(slots.result);
              };
            };
          }),
      ),
    );
    return found.flat().sort((a, b) => b.time - a.time)[0] ?? null;
  });
}

/** Waits until what is kept has these parts, and the address holds the document. */
export async function expectStored(page: Page, parts: object): Promise<void> {
  await page.waitForURL(/#v1\./);
  await expect.poll(() => stored(page)).toMatchObject(parts);
}

/** A record of a document with this text in it, such as `"modulus":16`. */
export function withText(text: string): { readonly scenario: string } {
  return { scenario: expect.stringContaining(text) };
}
