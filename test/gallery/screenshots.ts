import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import { findChromium } from '../browser/chromium.ts';
import { serveBuiltApp } from '../browser/server.ts';

/**
 * `npm run screenshots`: the pictures of the README, taken from the built app in a real Chromium. Each one is the app
 * after what a reader would do, never a drawing.
 */
interface Shot {
  readonly name: string;
  readonly scheme: 'light' | 'dark';
  readonly act: (page: Page) => Promise<void>;
}

const steps = async (page: Page, count: number): Promise<void> => {
  const playhead = page.getByRole('slider', { name: 'Place in the plan' });
  await playhead.focus();
  await page.keyboard.press('Home');
  for (let i = 0; i < count; i++) await page.keyboard.press('ArrowRight');
};

const shots: readonly Shot[] = [
  {
    name: 'rebuild-light',
    scheme: 'light',
    act: async (page) => {
      await page.getByRole('heading', { name: '8 → 12?' }).waitFor();
      await steps(page, 6);
    },
  },
  {
    name: 'split-dark',
    scheme: 'dark',
    act: async (page) => {
      await page.getByRole('button', { name: 'Show 16' }).click();
      await page.getByRole('heading', { name: /^8 → 16/ }).waitFor();
      await page.getByRole('button', { name: 'Run in PostgreSQL' }).click();
      await page.getByRole('region', { name: 'Result' }).waitFor({ timeout: 90_000 });
      await steps(page, 4);
    },
  },
  {
    name: 'ring-light',
    scheme: 'light',
    act: async (page) => {
      await page.getByRole('button', { name: 'Show 16' }).click();
      await page.getByRole('heading', { name: /^8 → 16/ }).waitFor();
      await page.getByRole('tab', { name: 'Ring + nodes' }).click();
      await page.getByRole('group', { name: /^Partitions as a ring/ }).waitFor();
      await steps(page, 5);
    },
  },
  {
    name: 'compare-dark',
    scheme: 'dark',
    act: async (page) => {
      await page.getByRole('tab', { name: 'Compare' }).click();
      await page.getByRole('slider', { name: 'Nodes' }).waitFor({ timeout: 60_000 });
    },
  },
];

const folder = fileURLToPath(new URL('screenshots/', import.meta.url));
const app = await serveBuiltApp();
const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox', '--disable-gpu'] });
for (const { name, scheme, act } of shots) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, colorScheme: scheme });
  await page.goto(app.url);
  await act(page);
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.waitForTimeout(400);
  await page.screenshot({ path: `${folder}${name}.png` });
  process.stdout.write(`test/gallery/screenshots/${name}.png\n`);
  await page.close();
}
await browser.close();
await app.close();
