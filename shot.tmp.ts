import { chromium } from 'playwright-core';
import { serveBuiltApp } from './test/browser/server.ts';
const server = await serveBuiltApp();
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
const [w,h] = (process.argv[2] ?? '1440x900').split('x').map(Number);
const scheme = (process.argv[3] ?? 'light') as 'light'|'dark';
const page = await browser.newPage({ viewport: { width: w!, height: h! }, colorScheme: scheme, reducedMotion: 'reduce' });
page.on('console', (m) => console.log('console', m.type(), m.text()));
page.on('pageerror', (e) => console.log('error', e.message));
await page.goto(server.url); await page.waitForTimeout(2500);
const tabs = (process.argv[4] ?? 'Strip,Flow,Compare').split(',');
for (const tab of tabs) {
  await page.getByRole('tab', { name: tab, exact: true }).click(); await page.waitForTimeout(2500);
  await page.screenshot({ path: `/tmp/p/${tab.replaceAll(' ','')}-${w}-${scheme}.png` });
}
await browser.close(); await server.close?.(); process.exit(0);
