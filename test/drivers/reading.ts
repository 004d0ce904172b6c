import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { plain } from './AppDriver.ts';

/**
 * The app as it is read by ear: texts, tables and live regions. What stands in a picture is left out, so an answer that is
 * found here does not need one.
 */
export interface Reading {
  /** Waits until the text is read somewhere on the page. */
  expectText(text: string): Promise<void>;
  /** Lines of a table as the texts of their cells, without the head. */
  rows(name: string): Promise<string[][]>;
  /** Waits for the line of a table that begins so, and gives its cells. */
  row(name: string, first: string): Promise<string[]>;
}

export function createReading(page: Page): Reading {
  const rows = async (name: string): Promise<string[][]> => {
    const table = page.getByRole('table', { name, exact: true });
    await table.waitFor();
    const lines = await table
      .locator('tbody tr:not([aria-hidden])')
      .evaluateAll((found) => found.map((row) => [...row.children].map((cell) => cell.textContent ?? '')));
    return lines.map((line) => line.map(plain));
  };
  return {
    rows,
    expectText: (text) => expect.poll(() => page.evaluate(readPage).then(plain), { timeout: 8_000 }).toContain(text),
    async row(name, first) {
      let line: string[] | undefined;
      await expect
        .poll(async () => {
          line = (await rows(name)).find(([cell]) => cell === first);
          return line !== undefined;
        })
        .toBe(true);
      return line!;
    },
  };
}

/** Runs in the page: every text outside of pictures that is neither hidden nor kept from assistive technology. */
function readPage(): string {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts: string[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const { parentElement } = node;
    if (parentElement === null || parentElement.closest('svg, canvas, [aria-hidden="true"], script, style')) continue;
    if (parentElement.checkVisibility()) texts.push((node.nodeValue ?? '').trim());
  }
  return texts
    .filter((text) => text !== '')
    .join(' ')
    .replaceAll(/\s+(?=[.,;:)])|(?<=\()\s+/g, '')
    .replaceAll('\n', ' ');
}
