import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
  type Worker,
} from 'playwright-core';
import { afterAll, beforeAll, inject } from 'vitest';

export interface OpenApp {
  readonly page: Page;
  /** Console errors and warnings, uncaught errors, failed requests. */
  readonly consoleProblems: readonly string[];
  /** Requests to any other origin than the app's. */
  readonly foreignRequests: readonly string[];
  /** Closes the page, or leaves it to the next visit; fails the test when there was a console problem or a foreign request. */
  close(): Promise<void>;
}

export interface OpenOptions extends BrowserContextOptions {
  /** What is done to the profile before the app is opened in it, e.g. scripts and routes. */
  readonly prepare?: (context: BrowserContext) => Promise<unknown>;
}

/** The browser of a test file, from its first test to its last. */
export interface TestBrowser {
  /** See openApp(). */
  open(path?: string, options?: OpenOptions): Promise<OpenApp>;
  /**
   * As open(), but in one page that all visits share, which is quicker: nothing is stored when the app is opened in it. For
   * tests that leave window size, routes and start scripts alone.
   */
  visit(path?: string): Promise<OpenApp>;
  /** Started, once tests run. */
  running(): Browser;
}

export function testBrowser(): TestBrowser {
  let browser: Browser;
  let shared: SharedPage | null = null;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());
  return {
    open: (path, options) => openApp(browser, path, options),
    async visit(path = '') {
      shared ??= await openPage(browser, {});
      return visitAgain(shared, path);
    },
    running: () => browser,
  };
}

/** Root can't use Chromium's sandbox; the others keep it from talking to hosts of its own and from needing a GPU. */
const launchArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // The address bar's own pages, started with every window, take a fifth of the machine; the rest is what Playwright's own
  // flag of this name, which this one replaces, leaves out.
  '--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,DestroyProfileOnBrowserClose,HttpsUpgrades,MediaRouter,PaintHolding,ThirdPartyStoragePartitioning,OptimizationHints,NetworkTimeServiceQuerying',
];

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: inject('chromiumPath'), args: launchArgs });
}

/** The file pickers of a desktop can't be driven from a test; without them the app uses a download and an input. */
export function removePickers(): void {
  Reflect.deleteProperty(window, 'showOpenFilePicker');
  Reflect.deleteProperty(window, 'showSaveFilePicker');
}

/** A page with nothing in it yet, and what is told of it. */
interface SharedPage {
  readonly page: Page;
  readonly consoleProblems: string[];
  readonly foreignRequests: string[];
}

/**
 * Opens the built app in a profile of its own (empty storage, clipboard allowed, 1440 x 900, little motion).
 * The service worker is left out, unless the options allow it.
 * @param path relative to the app's address, e.g. '' or '#v1...'; or the whole address of another build
 */
export async function openApp(browser: Browser, path = '', options: OpenOptions = {}): Promise<OpenApp> {
  const address = new URL(path, inject('appUrl'));
  const opened = await openPage(browser, options, address.host);
  await opened.page.goto(address.href);
  return withClose(opened, () => closeProfile(opened.page));
}

/** Closes a page with its profile. An answer to one of its requests that is still being made is none of a test's business. */
export async function closeProfile(page: Page): Promise<void> {
  await page.context().unrouteAll({ behavior: 'ignoreErrors' });
  await page.context().close();
}

async function openPage(
  browser: Browser,
  { prepare, ...options }: OpenOptions,
  ownHost = new URL(inject('appUrl')).host,
): Promise<SharedPage> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en-US',
    permissions: ['clipboard-read', 'clipboard-write'],
    // Half of a page's work is drawing what moves; tests that are about motion ask for it.
    reducedMotion: 'reduce',
    ...options,
  });
  const consoleProblems: string[] = [];
  const foreignRequests: string[] = [];
  watch(context, ownHost, consoleProblems, foreignRequests);
  // A profile of a single page has no use for the copy that a service worker makes of the app.
  if (options.serviceWorkers !== 'allow') await context.addInitScript('delete Navigator.prototype.serviceWorker');
  await prepare?.(context);
  return { page: await context.newPage(), consoleProblems, foreignRequests };
}

/** Opens the app in a page that has shown it before, as if it had not. */
async function visitAgain(shared: SharedPage, path: string): Promise<OpenApp> {
  const { page, consoleProblems, foreignRequests } = shared;
  const others = page.context().pages();
  await Promise.all(others.filter((other) => other !== page).map((other) => other.close()));
  // A page without an address has no storage.
  if (page.url() !== 'about:blank') await page.evaluate(() => sessionStorage.clear());
  await page.goto('about:blank');
  const devTools = await page.context().newCDPSession(page);
  const { origin } = new URL(inject('appUrl'));
  await devTools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'local_storage,indexeddb' });
  await devTools.detach();
  await page.emulateMedia({
    colorScheme: 'light',
    reducedMotion: 'reduce',
    forcedColors: 'none',
    contrast: 'no-preference',
  });
  consoleProblems.length = 0;
  foreignRequests.length = 0;
  await page.goto(new URL(path, inject('appUrl')).href);
  return withClose(shared, async () => undefined);
}

function withClose(opened: SharedPage, leave: () => Promise<void>): OpenApp {
  const { consoleProblems, foreignRequests } = opened;
  const close = async (): Promise<void> => {
    await leave();
    const faults = [...consoleProblems, ...foreignRequests.map((url) => `request to another host: ${url}`)];
    if (faults.length > 0) throw new Error(faults.join('\n'));
  };
  return { ...opened, close };
}

function watch(context: BrowserContext, ownHost: string, problems: string[], foreign: string[]): void {
  const noteForeign = (url: string): void => {
    const { protocol, host } = new URL(url);
    const inPage = protocol === 'data:' || protocol === 'blob:' || protocol === 'about:';
    if (!inPage && host !== ownHost) foreign.push(url);
  };
  context.on('request', (request) => noteForeign(request.url()));
  context.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? 'no reason';
    if (reason !== 'net::ERR_ABORTED') problems.push(`request failed: ${request.url()} (${reason})`);
  });
  context.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      problems.push(`${message.type()}: ${message.text()}`);
  });
  context.on('weberror', (error) => problems.push(`uncaught: ${error.error().message}`));
  context.on('page', (page) => page.on('websocket', (socket) => noteForeign(socket.url())));
}

/** Has a worker ask another host: the part of its policy that forbids it, or what came of it. */
export function ruleAgainstFetch(worker: Worker, host: string): Promise<string> {
  return worker.evaluate(
    (host) =>
      new Promise<string>((resolve) => {
        self.addEventListener('securitypolicyviolation', (event) =>
          resolve((event as SecurityPolicyViolationEvent).effectiveDirective),
        );
        const late = (outcome: string) => setTimeout(() => resolve(outcome), 1000);
        fetch(`http://${host}/worker`).then(
          () => late('it was asked'),
          () => late('no rule, but it failed'),
        );
      }),
    host,
  );
}
