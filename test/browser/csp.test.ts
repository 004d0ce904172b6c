import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { AppDriver } from '../drivers/AppDriver.ts';
import { ruleAgainstFetch, testBrowser } from './page.ts';

/** Another origin, which hears of everything that reaches it. */
const heard: string[] = [];
let other: Server;
let address = '';
const browser = testBrowser();
beforeAll(async () => {
  other = createServer((request, response) => {
    heard.push(request.url ?? '');
    response.writeHead(200, { 'Access-Control-Allow-Origin': '*' }).end();
  });
  other.on('upgrade', (request, socket) => {
    heard.push(request.url ?? '');
    socket.destroy();
  });
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  address = `127.0.0.1:${(other.address() as AddressInfo).port}`;
});
afterAll(() => {
  other.close();
});

/** Parts of the policy that stand in the ways out of a page. */
const rules = [
  'connect-src',
  'form-action',
  'frame-src',
  'img-src',
  'script-src-elem',
  'style-src-elem',
  'worker-src',
] as const;

/** Every way out that a page has. Runs in the page; the rules of the policy that were broken, once it is all of them. */
async function tryPage([host, rules]: readonly [string, readonly string[]]): Promise<string[]> {
  const broken: string[] = [];
  const isAll = new Promise<void>((resolve) => {
    setTimeout(resolve, 10_000);
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
      broken.push(effectiveDirective);
      if (rules.every((rule) => broken.includes(rule))) resolve();
    });
  });
  await fetch(`http://${host}/fetch`).catch(() => undefined);
  await fetch(`http://${host}/no-cors`, { mode: 'no-cors' }).catch(() => undefined);
  navigator.sendBeacon(`http://${host}/beacon`);
  try {
    new EventSource(`http://${host}/events`);
    new WebSocket(`ws://${host}/socket`);
  } catch {
    // Some browsers throw; what counts is that nothing arrives.
  }
  new Image().src = `http://${host}/image`;
  const add = (tag: string, attributes: Readonly<Record<string, string>>): HTMLElement => {
    const element = Object.assign(document.createElement(tag), attributes);
    document.body.append(element);
    return element;
  };
  add('script', { src: `http://${host}/script` });
  add('link', { rel: 'stylesheet', href: `http://${host}/style` });
  add('iframe', { src: `http://${host}/frame` });
  add('script', { textContent: 'document.title = "inline"' });
  if (document.title === 'inline') broken.push('an inline script ran');
  (add('form', { action: `http://${host}/form`, method: 'post' }) as HTMLFormElement).submit();
  try {
    new Worker(URL.createObjectURL(new Blob([`fetch('http://${host}/blob')`])));
  } catch {
    // As above.
  }
  await isAll;
  return [...new Set(broken)].sort();
}

describe('the policy of the built page', () => {
  it('lets nothing reach another origin, from the page or from a worker', async () => {
    const app = await browser.visit();
    const driver = new AppDriver(app.page);
    await driver.expectStatus('100 000 keys, all counted');
    expect(await app.page.evaluate(tryPage, [address, rules] as const)).toEqual(rules);
    const workers = app.page.workers();
    expect(workers.length).toBeGreaterThan(0);
    for (const worker of workers) expect(await ruleAgainstFetch(worker, address)).toBe('connect-src');
    expect(heard).toEqual([]);
    // The other origin does hear what a page without a policy sends.
    await fetch(`http://${address}/test`);
    expect(heard).toEqual(['/test']);
    // What was tried is no fault of the page, as app.close() would have it.
  });

  // PostgreSQL runs under it in story.test.ts.
  it('is kept by every view and the editor, and told in words', async () => {
    const app = await browser.visit();
    const driver = new AppDriver(app.page);
    await driver.press('Show 16');
    for (const view of ['Ring + nodes', 'Flow', 'Partitions', 'Compare', 'Strip', 'Steps', 'Inspect', 'SQL']) {
      await driver.openTab(view);
      await app.page.getByRole('tabpanel', { name: view }).waitFor();
    }
    await app.page.locator('.cm-content').waitFor();
    await app.page.getByRole('button', { name: /^nothing leaves this browser/ }).click();
    const told = app.page.getByRole('dialog', { name: 'How this is enforced' });
    await told.waitFor();
    expect(await told.innerText()).toMatch(/Requests, sockets\s+this page's own address\s+Forms\s+nothing/);
    await app.close();
  });

  it('is sent as a header too, for workers, and allows neither inline scripts nor inline styles', async () => {
    const response = await fetch(inject('appUrl'));
    const header = response.headers.get('content-security-policy') ?? '';
    const html = await response.text();
    const meta = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1];
    expect(header).toBe(meta);
    expect(header).not.toContain('unsafe-inline');
    expect(header).not.toContain("'unsafe-eval'");
  });
});
