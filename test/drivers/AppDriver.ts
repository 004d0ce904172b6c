import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** Digits are grouped by a narrow no-break space on screen; tests write plain spaces. */
export function plain(text: string): string {
  return text.replaceAll(/[\u202f\u00a0]/g, ' ');
}

/** What a reader does with the open app, by roles and names. */
export class AppDriver {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async expectHeadline(text: string): Promise<void> {
    await expect.poll(async () => plain(await this.page.locator('h1').innerText()), { timeout: 15_000 }).toBe(text);
  }

  /** Text anywhere in the answer above the picture. */
  async expectAnswer(part: string): Promise<void> {
    const answer = this.page.locator('section:has(> h1)');
    await expect.poll(async () => plain(await answer.innerText()), { timeout: 15_000 }).toContain(part);
  }

  async expectStatus(part: string, timeout = 15_000): Promise<void> {
    const status = this.page.getByRole('contentinfo');
    await expect.poll(async () => plain(await status.innerText()), { timeout }).toContain(part);
  }

  press(name: string): Promise<void> {
    return this.page.getByRole('button', { name, exact: true }).click();
  }

  openTab(name: string): Promise<void> {
    return this.page.getByRole('tab', { name, exact: true }).click();
  }

  async chooseMenu(menu: string, item: string | RegExp): Promise<void> {
    await this.page.getByRole('button', { name: menu, exact: true }).click();
    await this.page
      .getByRole('menuitem', { name: item })
      .or(this.page.getByRole('menuitemradio', { name: item }))
      .or(this.page.getByRole('menuitemcheckbox', { name: item }))
      .first()
      .click();
  }

  /** Types a value into a field of the scenario panel, as text, and leaves the field with Enter. */
  async fill(label: string, value: string): Promise<void> {
    const field = this.field(label);
    await field.fill(value);
    await field.press('Enter');
  }

  /** The input with this label; the list that may open under it has the same. */
  field(label: string): Locator {
    return this.page.locator('input').and(this.page.getByLabel(label, { exact: true }));
  }

  clipboard(): Promise<string> {
    return this.page.evaluate(() => navigator.clipboard.readText());
  }

  async verifyToEnd(): Promise<string> {
    const result = this.page.getByRole('region', { name: 'Result' });
    await result.waitFor({ timeout: 90_000 });
    return plain(await result.innerText());
  }
}
