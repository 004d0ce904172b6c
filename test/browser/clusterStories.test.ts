import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { equalMembers } from '../../src/schemes/nodes.ts';
import { citusPlanOf } from '../../src/store/citusPlan.ts';
import { fixedShards } from '../../src/store/examples/fixedShards.ts';
import { defaultScenario } from '../../src/store/scenario.ts';
import { AppDriver } from '../drivers/AppDriver.ts';
import { createHand, type Hand, type HandKind } from '../drivers/hands.ts';
import { createReading, type Reading } from '../drivers/reading.ts';
import { digits, movedBy } from '../fixtures/storyFigures.ts';
import { testBrowser } from './page.ts';

interface Told {
  readonly page: Page;
  readonly hand: Hand;
  readonly read: Reading;
}

/** Stories of nodes, links and an audience: by mouse in three clicks and by keyboard alone, answered in words and tables. */
describe.each<HandKind>(['mouse', 'keys'])('a reader with %s', (kind) => {
  const browser = testBrowser();

  async function tell(story: (told: Told) => Promise<void>, mayType = false): Promise<void> {
    const app = await browser.visit();
    const { page } = app;
    await new AppDriver(page).expectStatus('100 000 keys, all counted');
    await story({ page, hand: createHand(kind, page, mayType), read: createReading(page) });
    await app.close();
  }

  const button = (page: Page, name: string | RegExp) =>
    page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
  const tab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true });

  it('9: sees what the Citus rebalancer does, why it may do nothing, and the split of a hot shard', () =>
    tell(async ({ page, hand, read }) => {
      const plan = citusPlanOf(defaultScenario);
      if (!plan?.ok) throw new Error('no plan');
      const moved = await movedBy(defaultScenario, 'citus');
      await hand.press(tab(page, 'Compare'));
      await hand.press(page.locator('summary').filter({ hasText: 'Citus: what its rebalancer does' }));
      await read.expectText(`${plan.value.moves.length} moves: 0 to empty nodes that leave`);
      await read.expectText(`${digits(moved)} of 100 000 rows`);
      await read.expectText("SELECT citus_split_shard_by_split_points(102011, ARRAY['-1677721601']");
      await read.expectText("SELECT isolate_tenant_to_new_shard('orders', '1'");
      await hand.press(button(page, 'Change is done'));
      await read.expectText('No move is planned: utilisation is 5 to 6');
      await read.expectText('would turn 6 and 5 into 5 and 6, which is no more even');
    }));

  it('9: sees what another count of Citus shards moves', () =>
    tell(async ({ page, hand, read }) => {
      const compare = defaultScenario.compare.map((spec) =>
        spec.scheme === 'citus' ? { ...spec, config: { ...spec.config, shardCount: 48 } } : spec,
      );
      const moved = await movedBy({ ...defaultScenario, compare }, 'citus');
      await hand.press(tab(page, 'Compare'));
      await hand.press(page.locator('summary').filter({ hasText: 'compared; choose' }));
      await hand.type(page.getByRole('spinbutton', { name: 'Shards', exact: true }), '48');
      await expect
        .poll(async () => (await read.row('Schemes compared over the same keys', 'Citus shards'))[1])
        .toBe(digits(moved));
    }, true));

  it('10: adds a node and sees what moves to it and what stays', () =>
    tell(async ({ page, hand, read }) => {
      await hand.press(button(page, 'Add a node'));
      await hand.press(tab(page, 'Flow'));
      await hand.press(page.getByRole('radio', { name: 'Nodes', exact: true }));
      const lines = await read.rows('Rows from each partition or node to each other one');
      const sum = (what: string) =>
        lines.filter((line) => line[3] === what).reduce((rows, line) => rows + Number(line[1]!.replaceAll(' ', '')), 0);
      expect(sum('moves') + sum('stays')).toBe(100_000);
      await read.expectText(`4 nodes become 7: ${digits(sum('moves'))} of 100 000 rows`);
    }));

  it('10: sees that 480 fixed shards on three times the databases keep their keys', () =>
    tell(async ({ page, hand, read }) => {
      const moved = await movedBy(fixedShards.scenario, 'slots');
      await hand.press(button(page, 'File'));
      await hand.press(page.getByRole('menuitem', { name: 'New from example…' }));
      await hand.press(page.getByRole('dialog').getByRole('button', { name: '480 shards, 32 → 96 databases' }));
      await read.expectText('Partitions: 480, as they are');
      await read.expectText(`${digits(moved)} of 1 000 000 rows`);
    }));

  it('16: sends the exact state as a link', () =>
    tell(async ({ page, hand, read }) => {
      await hand.press(button(page, 'Show 16'));
      await read.expectText('8 → 16: split in place');
      await hand.press(button(page, 'Share'));
      await hand.press(page.getByRole('dialog').getByRole('button', { name: 'Copy link', exact: true }));
      await read.expectText('Link copied');
      const link = await page.evaluate(() => navigator.clipboard.readText());
      const again = await browser.visit(link.slice(inject('appUrl').length));
      await createReading(again.page).expectText('8 → 16: split in place, one partition at a time');
      await again.close();
    }));

  it('18: shows a node that joins a ring', () =>
    tell(async ({ page, hand, read }) => {
      const moved = await movedBy(defaultScenario, 'ring');
      await hand.press(tab(page, 'Ring + nodes'));
      await hand.press(button(page, /Ring of$/));
      await hand.press(page.getByRole('option', { name: 'Hash ring' }));
      await read.expectText(`Hash ring: 6 nodes hold 100 000 rows; ${digits(moved)} of them`);
    }));

  it('18: shows a node that leaves a ring', () =>
    tell(async ({ page, hand, read }) => {
      const moved = await movedBy(defaultScenario, 'ring', { before: equalMembers(6), after: equalMembers(5) });
      await hand.press(button(page, 'Change is done'));
      await hand.lessen('Nodes after');
      await hand.press(tab(page, 'Ring + nodes'));
      await read.expectText('Nodes 6 → 5');
      await read.expectText('6 nodes hold 100 000 rows');
      await read.expectText(`Hash ring ${(moved / 1000).toFixed(1)} %`);
    }));

  it('19: presents to a room', () =>
    tell(async ({ page, hand, read }) => {
      await hand.press(button(page, 'View'));
      await hand.press(page.getByRole('menuitem', { name: /^Present/ }));
      await read.expectText('Slide 1 of 18: 8 → 12?');
      await read.expectText('A rebuild moves 66 816 of 100 000 rows (66.8 %).');
      if (kind === 'keys') await page.keyboard.press('PageDown');
      else await hand.press(button(page, 'Next slide'));
      await read.expectText('Slide 2 of 18: Before: 8 partitions');
    }));
});
