import type { Browser, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { createCompareClient } from '../../src/engine/compare/client.ts';
import { membersOf } from '../../src/schemes/nodes.ts';
import { encodeLink } from '../../src/store/link.ts';
import { defaultScenario, newCompared, type Scenario } from '../../src/store/scenario.ts';
import { AppDriver, plain } from '../drivers/AppDriver.ts';
import { type OpenApp, type TestBrowser, testBrowser } from './page.ts';
import { expectStored, withText } from './stored.ts';

const ten = ['postgres', 'modulo', 'ketama', 'ring', 'jump', 'rendezvous', 'maglev', 'anchor', 'slots', 'citus'];
const many: Scenario = { ...defaultScenario, compare: ten.map(newCompared) };

const tables = {
  flow: 'Rows from each partition or node to each other one',
  compare: 'Schemes compared over the same keys',
};

async function open(browser: TestBrowser, scenario: Scenario): Promise<OpenApp & { driver: AppDriver }> {
  const app = await browser.visit(encodeLink({ scenario, t: null }));
  const driver = new AppDriver(app.page);
  await driver.expectStatus('100 000 keys, all counted');
  return { ...app, driver };
}

/** Texts of the cells, line by line, without the head. */
function linesOf(page: Page, caption: string): Promise<string[][]> {
  return page
    .getByRole('table', { name: caption })
    .locator('tbody tr:not([aria-hidden])')
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent ?? '')))
    .then((lines) => lines.map((line) => line.map(plain)));
}

/** Names and lengths of the bars of the nodes. */
function meters(page: Page): Promise<string[]> {
  return page
    .getByRole('region', { name: /^Nodes/ })
    .getByRole('meter')
    .evaluateAll((bars) => bars.map((bar) => `${bar.textContent} ${bar.getAttribute('aria-valuenow')}`));
}

/**
 * The longest task of the page's own thread while `act` goes on, in milliseconds of CPU time: what a task would take were
 * the page alone on its machine. A PerformanceObserver also counts the time in which others had the processor.
 */
async function longestTask(browser: Browser, page: Page, act: () => Promise<void>): Promise<number> {
  await browser.startTracing(page, { categories: ['__metadata', 'disabled-by-default-devtools.timeline'] });
  await act();
  const trace: unknown = JSON.parse((await browser.stopTracing()).toString());
  const events = (trace as { traceEvents: readonly TraceEvent[] }).traceEvents;
  const threads = events.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain');
  const isOfPage = ({ pid, tid }: TraceEvent) => threads.some((thread) => thread.pid === pid && thread.tid === tid);
  const tasks = events.filter((event) => event.name === 'RunTask' && event.tdur !== undefined && isOfPage(event));
  expect(tasks.length).toBeGreaterThan(10);
  return Math.max(...tasks.map(({ tdur }) => tdur! / 1000));
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds of CPU time. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** Presses Cancel and gives the milliseconds of the page's clock until the page says that it has stopped. */
function cancelAndTime(page: Page): Promise<number> {
  return page.getByRole('button', { name: 'Cancel' }).evaluate(
    (button) =>
      new Promise<number>((resolve) => {
        const start = performance.now();
        const look = (): void => {
          if (document.querySelector('main [role="alert"]') === null) requestAnimationFrame(look);
          else resolve(performance.now() - start);
        };
        (button as HTMLElement).click();
        look();
      }),
  );
}

describe('schemes and nodes', () => {
  const browser = testBrowser();

  it('go from 4 to 6 nodes, which change by field and keyboard, and back by undo', async () => {
    const { page, driver, close } = await open(browser, { ...defaultScenario, to: { kind: 'uniform', modulus: 16 } });
    const heading = page.getByRole('region', { name: /^Nodes/ }).getByRole('heading');
    expect(plain(await heading.innerText())).toMatch(/4 → 6/);
    expect(await meters(page)).toHaveLength(6);
    await driver.fill('Nodes after', '5');
    await expect.poll(async () => plain(await heading.innerText())).toMatch(/4 → 5/);
    const summary = page.locator('summary').filter({ hasText: 'node 2' });
    await summary.focus();
    await page.keyboard.press('Enter');
    await driver.fill('Weight', '3');
    await page.keyboard.press('Tab');
    const name = page.getByRole('region', { name: /^Nodes/ }).getByRole('textbox', { name: 'Node name' });
    await name.fill('big');
    await name.press('Enter');
    await expect.poll(() => meters(page).then((bars) => bars[1])).toMatch(/^big/);
    expect(await name.evaluate((field) => field === document.activeElement)).toBe(true);
    await driver.fill('Room, rows', '0');
    await page.getByText(/^Room on big: 0 is not a whole number from 1 to/).waitFor();
    await page.keyboard.press('Escape');
    await page.locator('h1').click();
    for (const shortcut of ['Control+z', 'Control+z', 'Control+z']) await page.keyboard.press(shortcut);
    await expect.poll(async () => plain(await heading.innerText())).toMatch(/4 → 6/);
    for (const shortcut of ['Control+Shift+z', 'Control+Shift+z', 'Control+Shift+z'])
      await page.keyboard.press(shortcut);
    await expect.poll(() => meters(page).then((bars) => bars[1])).toMatch(/^big/);
    await close();
  });

  it('show what flows between nodes, and keys of a ribbon', async () => {
    const { page, driver, close } = await open(browser, defaultScenario);
    await driver.openTab('Flow');
    await page.getByRole('radio', { name: 'Nodes' }).click();
    await page.getByRole('img', { name: /^4 nodes become 6: / }).waitFor();
    const lines = await linesOf(page, tables.flow);
    const rows = lines.reduce((sum, [, count]) => sum + Number(count!.replaceAll(' ', '')), 0);
    expect(rows).toBe(100_000);
    const moving = lines.find(([, , , what]) => what === 'moves')![0]!;
    await page.getByRole('button', { name: moving, exact: true }).click();
    await page.getByText(/Keys: \d+ · \d+/).waitFor();
    await close();
  });

  it('come back from the link as they were: nodes, placed partitions, compared schemes and parameters', async () => {
    const placed = [{ side: 'to', modulus: 12, remainder: 5, node: 'node 6' } as const];
    const first = await open(browser, { ...many, placed });
    await first.driver.fill('Nodes after', '7');
    await first.driver.openTab('Compare');
    await first.page.getByText('10 schemes compared; choose').click();
    await first.page.getByLabel('Virtual nodes').first().fill('40');
    await first.page.keyboard.press('Enter');
    await first.page.getByText('DxHash', { exact: true }).click();
    const figures = (page: Page) =>
      expect.poll(() => linesOf(page, tables.compare).then((lines) => lines.length)).toBe(12);
    await figures(first.page);
    const expected = await linesOf(first.page, tables.compare);
    await first.driver.openTab('Flow');
    await first.page.getByRole('radio', { name: 'Nodes' }).click();
    const flows = await linesOf(first.page, tables.flow);
    await expectStored(first.page, withText('"scheme":"dx"'));
    const { hash } = new URL(first.page.url());
    await first.close();

    const again = await browser.visit(hash);
    const driver = new AppDriver(again.page);
    await driver.expectStatus('100 000 keys, all counted');
    await expect.poll(() => meters(again.page)).toHaveLength(7);
    await driver.openTab('Compare');
    await again.page.getByText('11 schemes compared; choose').waitFor();
    await figures(again.page);
    expect(await linesOf(again.page, tables.compare)).toEqual(expected);
    await driver.openTab('Flow');
    await again.page.getByRole('radio', { name: 'Nodes' }).click();
    expect(await linesOf(again.page, tables.flow)).toEqual(flows);
    await again.close();
  });

  it('compare 10 schemes over 10 million keys with a fluid page, stop at once, and finish with fewer keys', async () => {
    const { page, driver, close } = await open(browser, many);
    // Behind the rows of a scheme with replicas stands how often each is written.
    const rowsMoved = async () =>
      (await linesOf(page, tables.compare)).slice(1).map(([, rows]) => /^[\d ]+/.exec(rows!)![0].replaceAll(' ', ''));
    const stopped = page.getByText('The comparison was stopped.');
    await driver.openTab('Compare');
    await expect.poll(rowsMoved, { timeout: 20_000 }).toHaveLength(10);
    const longest = await longestTask(browser.running(), page, async () => {
      await driver.fill('Rows', '10M');
      await driver.expectStatus('10 000 000 keys, all counted', 30_000);
      const bar = page.getByRole('progressbar', { name: 'Comparing' });
      const share = async () => Number.parseFloat((await bar.getAttribute('aria-valuetext')) ?? '0');
      await bar.waitFor();
      const start = await share();
      await expect.poll(share, { timeout: 10_000 }).toBeGreaterThan(start + 1);
      expect(await cancelAndTime(page)).toBeLessThan(300);
      await stopped.waitFor();

      await driver.fill('Rows', '50000');
      await stopped.waitFor({ state: 'detached', timeout: 20_000 });
      await expect.poll(rowsMoved, { timeout: 30_000 }).toEqual(await movedByEngine(50_000));
    });
    expect(longest).toBeLessThan(50);
    await close();
  });
});

/** Rows that each of the ten schemes moves, from the engine in this process. */
async function movedByEngine(rows: number): Promise<string[]> {
  const { schemes } = await createCompareClient().run({
    kind: 'compare',
    keys: { ...many.keys, rows },
    change: membersOf(many.nodes),
    schemes: many.compare,
  });
  return schemes.map((outcome) => String(outcome.ok ? outcome.value.moved : 'refused'));
}
