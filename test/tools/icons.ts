import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { findChromium } from '../browser/chromium.ts';

/** `npm run icons`: the bitmaps that installing the app asks for, from its mark as a drawing. */
const icons = [
  { from: 'icon.svg', to: 'icon-192.png', size: 192 },
  { from: 'icon.svg', to: 'icon-512.png', size: 512 },
  { from: 'icon-maskable.svg', to: 'icon-maskable-512.png', size: 512 },
];

const inPublic = (name: string): string => fileURLToPath(new URL(`../../public/${name}`, import.meta.url));

const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox', '--disable-gpu'] });
for (const { from, to, size } of icons) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const drawing = Buffer.from(readFileSync(inPublic(from))).toString('base64');
  await page.setContent(
    `<body style="margin: 0"><img width="${size}" height="${size}" src="data:image/svg+xml;base64,${drawing}"></body>`,
  );
  await page.locator('img').screenshot({ path: inPublic(to), omitBackground: true });
  await page.close();
}
await browser.close();
