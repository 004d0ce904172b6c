import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import type { Page } from 'playwright-core';
import { build, preview } from 'vite';
import type { BuiltApp } from '../browser/server.ts';
import type { Size } from './capture.ts';

const root = fileURLToPath(new URL('widgets/', import.meta.url));
const outDir = fileURLToPath(new URL('out/widgets/', import.meta.url));

/** Every widget stands on one page, laid out for this width; its pictures are of the whole page. */
export const widgetSize: Size = { width: 1440, height: 900 };

/** Puts every widget that takes the focus into a state, by the attributes that react-aria marks it with. */
function putAll(...attributes: readonly string[]): (page: Page) => Promise<void> {
  return (page) =>
    page.evaluate((names) => {
      for (const element of document.querySelectorAll<HTMLElement>('[data-rac]')) {
        if (element.tabIndex < 0 && !element.matches('label, [role="tab"]')) continue;
        for (const name of names) element.setAttribute(name, 'true');
      }
    }, attributes);
}

/** States of the widgets that one has to do something for; the others are side by side. */
export const widgetStates: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  widgets: async () => undefined,
  widgetsFocus: putAll('data-focused', 'data-focus-visible'),
  widgetsHover: putAll('data-hovered'),
  widgetsPress: putAll('data-hovered', 'data-pressed'),
  widgetsError: async (page) => {
    const rows = page.getByRole('spinbutton', { name: 'Rows' });
    await rows.fill('0');
    await rows.press('Enter');
  },
  widgetsMenu: async (page) => {
    await page.getByRole('button', { name: 'File', exact: true }).click();
    await page.getByRole('menu').waitFor();
  },
  widgetsSelect: async (page) => {
    await page.getByRole('button', { name: /Type/ }).click();
    await page.getByRole('listbox').waitFor();
  },
  widgetsCombo: async (page) => {
    await page.getByRole('button', { name: 'Key types' }).click();
    await page.getByRole('listbox').waitFor();
  },
  widgetsTooltip: async (page) => {
    await page.getByRole('button', { name: 'Merge' }).focus();
    await page.getByRole('tooltip').waitFor();
  },
  widgetsFormula: async (page) => {
    await page.getByRole('button', { name: /show formula/ }).click();
    await page.getByRole('dialog').waitFor();
  },
  widgetsToast: async (page) => {
    await page.getByRole('button', { name: 'File', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Open ...' }).click();
    await page.getByRole('listitem').filter({ hasText: 'Opened' }).waitFor();
  },
  widgetsDialog: async (page) => {
    await page.getByRole('button', { name: 'Run in PostgreSQL' }).click();
    await page.getByRole('dialog').waitFor();
  },
  widgetsPopover: async (page) => {
    await page.getByRole('button', { name: 'Box', exact: true }).click();
    await page.getByRole('dialog').waitFor();
  },
};

/** Builds and serves the page of the widgets, which is no part of the app. */
export async function serveWidgets(): Promise<BuiltApp> {
  const shared = { root, base: './', configFile: false, logLevel: 'warn' } as const;
  await build({ ...shared, plugins: [react()], build: { outDir, emptyOutDir: true, target: 'es2023' } });
  const server = await preview({ ...shared, build: { outDir }, preview: { host: '127.0.0.1', port: 0 } });
  const url = server.resolvedUrls?.local[0];
  if (url === undefined) throw new Error(`vite preview gave no address for ${join(root, 'index.html')}`);
  return { url, close: () => server.close() };
}
