import { readFileSync } from 'node:fs';
import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { encodeLink } from '../../src/store/link.ts';
import { defaultScenario } from '../../src/store/scenario.ts';
import { AppDriver, plain } from '../drivers/AppDriver.ts';
import { type OpenApp, removePickers, type TestBrowser, testBrowser } from './page.ts';

const scenario = { ...defaultScenario, to: { kind: 'uniform', modulus: 16 }, compare: [] } as const;

interface Ring extends OpenApp {
  readonly driver: AppDriver;
  arc(name: string): Locator;
  /** Middles of a partition's arc and of a node's heap, on the page. */
  ends(name: string, node: string): Promise<readonly [Point, Point]>;
  nodeOf(name: string): Promise<string>;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The ring at the end of 8 -> 16. */
async function openRing(browser: TestBrowser): Promise<Ring> {
  const app = await browser.open(encodeLink({ scenario, t: 8 }), {
    prepare: (context) => context.addInitScript(removePickers),
  });
  const driver = new AppDriver(app.page);
  await driver.expectStatus('16 partitions now');
  await driver.openTab('Ring + nodes');
  const drawing = app.page.getByRole('group', { name: /^Partitions as a ring/ });
  const arc = (name: string) => drawing.getByRole('button', { name: new RegExp(`^${name} `) });
  const middle = async (mark: Locator): Promise<Point> => {
    const { x, y, width, height } = (await mark.boundingBox())!;
    return { x: x + width / 2, y: y + height / 2 };
  };
  return {
    ...app,
    driver,
    arc,
    ends: async (name, node) => [
      await middle(arc(name)),
      await middle(drawing.getByRole('img', { name: new RegExp(`^${node};`) })),
    ],
    nodeOf: async (name) => / on (node \d)/.exec(plain((await arc(name).getAttribute('aria-label'))!))![1]!,
  };
}

async function savedFile({ page }: OpenApp): Promise<{ readonly placed: unknown }> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Control+s')]);
  return JSON.parse(readFileSync(await download.path(), 'utf8'));
}

describe('dragging partitions onto nodes', () => {
  const browser = testBrowser();

  it('pins with the mouse, is undone by one key press, and is cancelled by Escape', async () => {
    const ring = await openRing(browser);
    const { page, arc, nodeOf, close } = ring;
    const own = await nodeOf('orders_16_9');
    const goal = own === 'node 5' ? 'node 6' : 'node 5';
    const [from, to] = await ring.ends('orders_16_9', goal);
    const lift = async () => {
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move(to.x, to.y, { steps: 8 });
      await page.getByText(`orders_16_9 → ${goal}`, { exact: true }).waitFor();
    };
    await lift();
    await page.keyboard.press('Escape');
    await page.mouse.up();
    expect(await nodeOf('orders_16_9')).toBe(own);

    await lift();
    await page.mouse.up();
    await expect.poll(() => nodeOf('orders_16_9')).toBe(goal);
    expect(await arc('orders_16_9').getAttribute('aria-label')).toMatch(/pinned to its node after the change$/);
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await savedFile(ring)).toMatchObject({ placed: [{ side: 'to', modulus: 16, remainder: 9, node: goal }] });

    await page.keyboard.press('Control+z');
    await expect.poll(() => nodeOf('orders_16_9')).toBe(own);
    expect(await savedFile(ring)).toMatchObject({ placed: [] });

    await page.mouse.click(from.x, from.y);
    await page.getByRole('dialog', { name: 'orders_16_9' }).waitFor();
    await close();
  });

  it('pins with a finger, under which the page does not scroll', async () => {
    const ring = await openRing(browser);
    const { page, nodeOf, close } = ring;
    const goal = (await nodeOf('orders_16_9')) === 'node 5' ? 'node 6' : 'node 5';
    const [from, to] = await ring.ends('orders_16_9', goal);
    const session = await page.context().newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: readonly Point[]) =>
      session.send('Input.dispatchTouchEvent', { type, touchPoints: [...points] });
    await touch('touchStart', [from]);
    for (let step = 1; step <= 8; step++) {
      const at = (a: number, b: number) => a + ((b - a) * step) / 8;
      await touch('touchMove', [{ x: at(from.x, to.x), y: at(from.y, to.y) }]);
    }
    await touch('touchEnd', []);
    await expect.poll(() => nodeOf('orders_16_9')).toBe(goal);
    await close();
  });
});
