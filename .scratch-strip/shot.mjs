import { chromium } from 'playwright-core';
const shots = process.argv.slice(2);
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
for (const s of shots) {
  const [name, query, w = 800, h = 800, dpr = 1] = s.split('|');
  const page = await browser.newPage({ viewport: { width: +w, height: +h }, deviceScaleFactor: +dpr });
  page.on('console', (m) => console.log(name, m.text()));
  page.on('pageerror', (e) => console.log(name, 'ERR', e.message));
  await page.goto('http://127.0.0.1:5392/?' + query);
  await page.waitForSelector('svg [data-box], svg text', { timeout: 20000 }).catch(() => {});
  await page.waitForTimeout(400);
  await page.screenshot({ path: `/tmp/strip-${name}.png` });
  await page.close();
}
await browser.close();
