import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { findChromium } from '../browser/chromium.ts';
import { serveBuiltApp } from '../browser/server.ts';
import { openPage, openStage, takeIdle, takeView } from './capture.ts';
import { type Case, nameOf, readWish, shownLocales, shownThemes, sizes } from './cases.ts';
import { baselineNames, pathOf, readBaseline, writeFile } from './files.ts';
import { encodeIndexed } from './indexedPng.ts';
import { comparePictures, shrinkScreenshot } from './pictures.ts';
import { type Result, writeReport } from './report.ts';
import { serveWidgets, widgetSize, widgetStates } from './widgets.ts';

/**
 * `npm run gallery`: pictures of every view in every theme, language and size, and of every widget, beside the committed
 * ones in baseline/; ends with 1 when one differs. `npm run gallery -- --update` makes the new ones the committed ones.
 * A part: `--only strip,sql --theme dark --locale en --width 1440`.
 */
const wish = readWish(process.argv.slice(2));
const results: Result[] = [];

function keep(of: Case, screenshot: Buffer): void {
  const name = nameOf(of);
  const taken = shrinkScreenshot(screenshot);
  const committed = readBaseline(name);
  const difference = committed === null ? null : comparePictures(committed, taken);
  const status = difference === null ? 'new' : difference.differs ? 'differs' : 'same';
  writeFile(pathOf('out/full', name), screenshot);
  writeFile(pathOf('out/new', name), encodeIndexed(taken));
  if (difference?.differs === true) {
    writeFile(pathOf('out/difference', name), encodeIndexed(difference.image ?? taken));
  }
  // What is within the tolerance stays as it is, so that an update changes only what has changed.
  if (wish.isUpdate && status !== 'same') writeFile(pathOf('baseline', name), encodeIndexed(taken));
  results.push({ name, of, status, share: difference?.share ?? 0 });
  if (status !== 'same') process.stdout.write(`${name}: ${status}\n`);
}

/** Pages that are pictured at the same time: while one paints, another's pictures are made small. */
const HANDS = 2;

async function takeViews(browser: Browser, url: string): Promise<void> {
  const looks = shownThemes.flatMap((theme) => shownLocales.map((locale) => ({ theme, locale }))).filter(wish.wants);
  const takeNext = async (): Promise<void> => {
    for (let look = looks.shift(); look !== undefined; look = looks.shift()) await takeLook(browser, url, look);
  };
  await Promise.all(Array.from({ length: HANDS }, takeNext));
}

/** Every view at every size, in one theme and language. */
async function takeLook(browser: Browser, url: string, look: Pick<Case, 'theme' | 'locale'>): Promise<void> {
  const wants = (view: string): boolean => sizes.some((size) => wish.wants({ view, ...look, size }));
  const stage = await openStage(browser, url, { ...look, wants });
  for (const size of sizes) {
    await stage.page.setViewportSize(size);
    for (const view of stage.views) {
      const of = { view, ...look, size };
      if (wish.wants(of)) keep(of, await takeView(stage, look.locale, view));
    }
  }
  await stage.close();
}

async function takeWidgets(browser: Browser): Promise<void> {
  const cases = shownThemes
    .flatMap((theme) =>
      Object.keys(widgetStates).map((view) => ({ view, theme, locale: 'en', size: widgetSize }) as const),
    )
    .filter(wish.wants);
  if (cases.length === 0) return;
  const site = await serveWidgets();
  for (const of of cases) {
    const context = await openPage(browser, of.locale, of.theme);
    const page = await context.newPage();
    await page.setViewportSize(of.size);
    await page.goto(site.url);
    keep(of, await takeIdle(page, { target: page, act: widgetStates[of.view]! }));
    await context.close();
  }
  await site.close();
}

rmSync(fileURLToPath(new URL('out/', import.meta.url)), { recursive: true, force: true });
const app = await serveBuiltApp();
const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox', '--disable-gpu'] });
await takeViews(browser, app.url);
await takeWidgets(browser);
await browser.close();
await app.close();
// Pictures of views that are no more.
const gone = wish.isWhole ? baselineNames().filter((name) => results.every((result) => result.name !== name)) : [];
for (const name of gone) {
  process.stdout.write(`${name}: gone\n`);
  if (wish.isUpdate) rmSync(pathOf('baseline', name));
}
const changed = results.filter(({ status }) => status !== 'same');
process.stdout.write(`${results.length} pictures, ${changed.length} differ or are new: ${writeReport(results)}\n`);
if (wish.isUpdate) process.stdout.write(`${changed.length + gone.length} changes were accepted\n`);
else if (changed.length + gone.length > 0) process.exitCode = 1;
