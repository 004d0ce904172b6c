import { type Browser, type CDPSession, chromium, type Page } from 'playwright-core';
import { findChromium } from '../browser/chromium.ts';
import { serveBuiltApp } from '../browser/server.ts';

/** One load of the app; times in milliseconds from the start of navigation. */
export interface Load {
  readonly contentful: number;
  /** The tabs stand and hear clicks. */
  readonly shell: number;
  /** The strip has drawn its first frame with counted partitions. */
  readonly picture: number;
  /** Bytes received until then; the server does not compress. */
  readonly bytes: number;
}

const LOADS = 5;
/** Of the page's thread; workers run at full speed. */
const SLOW_DOWN = 4;

/** The built app in headless Chromium, each load in a profile of its own with nothing cached. Medians of LOADS. */
export async function benchStart(): Promise<Load> {
  const app = await serveBuiltApp();
  const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox', '--disable-gpu'] });
  const loads: Load[] = [];
  for (let load = 0; load < LOADS; load++) loads.push(await loadOnce(browser, app.url));
  await browser.close();
  await app.close();
  const median = (pick: (load: Load) => number): number => loads.map(pick).sort((a, b) => a - b)[LOADS >> 1]!;
  return {
    contentful: median((load) => load.contentful),
    shell: median((load) => load.shell),
    picture: median((load) => load.picture),
    bytes: median((load) => load.bytes),
  };
}

async function loadOnce(browser: Browser, url: string): Promise<Load> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-US' });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOW_DOWN });
  let bytes = 0;
  session.on('Network.dataReceived', ({ dataLength }) => {
    bytes += dataLength;
  });
  await page.addInitScript(markShell);
  await page.goto(url, { waitUntil: 'commit' });
  await waitFor(session, 'mark', 'first-picture');
  const received = bytes;
  await waitFor(session, 'paint', 'first-contentful-paint');
  const load = { ...(await readMarks(page)), bytes: received };
  await context.close();
  return load;
}

/** Asks the browser itself: Playwright would first have the page compile its own tools, in the time that is measured. */
async function waitFor(session: CDPSession, type: string, name: string): Promise<void> {
  const seen = `(resolve) => new PerformanceObserver((list) => list.getEntriesByName('${name}').length > 0 && resolve())
    .observe({ type: '${type}', buffered: true })`;
  await session.send('Runtime.evaluate', { expression: `new Promise(${seen})`, awaitPromise: true });
}

/** Runs in the page before the app. */
function markShell(): void {
  new MutationObserver((_, observer) => {
    if (document.querySelector('[role="tab"]') === null) return;
    performance.mark('shell');
    observer.disconnect();
  }).observe(document, { childList: true, subtree: true });
}

async function readMarks(page: Page): Promise<Omit<Load, 'bytes'>> {
  const names = ['first-contentful-paint', 'shell', 'first-picture'];
  const times = await page.evaluate(
    (marks) => marks.map((mark) => performance.getEntriesByName(mark)[0]?.startTime ?? Number.NaN),
    names,
  );
  const [contentful = 0, shell = 0, picture = 0] = times;
  return { contentful, shell, picture };
}
