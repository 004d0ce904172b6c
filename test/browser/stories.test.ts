import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { remainderOf, rowHash } from '../../src/hash/textEntry.ts';
import type { SourceSpec } from '../../src/keys/keySpec.ts';
import { getSource } from '../../src/keys/sources.ts';
import { hotTenant } from '../../src/store/examples/hotTenant.ts';
import { nestedSameKey } from '../../src/store/examples/nestedSameKey.ts';
import { tenantAndId } from '../../src/store/examples/tenantAndId.ts';
import { textKeys } from '../../src/store/examples/textKeys.ts';
import { uuidKeys } from '../../src/store/examples/uuidKeys.ts';
import { defaultScenario } from '../../src/store/scenario.ts';
import { AppDriver } from '../drivers/AppDriver.ts';
import { createHand, type Hand, type HandKind } from '../drivers/hands.ts';
import { createReading, type Reading } from '../drivers/reading.ts';
import { digits, figuresFor } from '../fixtures/storyFigures.ts';
import { testBrowser } from './page.ts';

const to16 = { ...defaultScenario, to: { kind: 'uniform', modulus: 16 } } as const;
const targets = 'Same keys, other targets';

interface Told {
  readonly page: Page;
  readonly hand: Hand;
  readonly read: Reading;
}

/** By mouse in three clicks and by keyboard alone; both read the answer from words and tables. */
describe.each<HandKind>(['mouse', 'keys'])('a reader with %s finds out', (kind) => {
  const browser = testBrowser();

  async function tell(typing: 'no typing' | 'typing', story: (told: Told) => Promise<void>): Promise<void> {
    const app = await browser.visit();
    const { page } = app;
    await new AppDriver(page).expectStatus('100 000 keys, all counted');
    await story({ page, hand: createHand(kind, page, typing === 'typing'), read: createReading(page) });
    await app.close();
  }

  async function openExample({ page, hand }: Told, title: string): Promise<void> {
    await hand.press(page.getByRole('button', { name: 'File', exact: true }));
    await hand.press(page.getByRole('menuitem', { name: 'New from example…' }));
    await hand.press(page.getByRole('dialog').getByRole('button', { name: title, exact: true }));
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }

  const button = (page: Page, name: string | RegExp) =>
    page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
  const tab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true });

  it('1: which rows move from 8 to M partitions, in what order, with what SQL', () =>
    tell('no typing', async ({ page, hand, read }) => {
      const { target, derived } = await figuresFor(to16);
      expect(target.costs.moved).toBe(49_986);
      await hand.press(button(page, 'Show 16'));
      await read.expectText('49 986 of 100 000 rows change table (50.0 %)');
      await hand.press(button(page, 'Copy'));
      await read.expectText('SQL copied');
      const sql = await page.evaluate(() => navigator.clipboard.readText());
      const steps = [...sql.matchAll(/^-- Step \d+ of 8: split (\w+) into (\w+), (\w+)$/gm)].map(
        ([, ...names]) => names,
      );
      const planned = derived.plan.steps.map((step) => [...step.from, ...step.to].map(({ name }) => name));
      expect(steps).toEqual(planned);
      await hand.press(tab(page, 'Steps'));
      for (const [index, [old, ...parts]] of planned.entries())
        await read.expectText(`${index + 1} Split ${old} into ${parts.join(', ')}`);
    }));

  it('2: why PostgreSQL refuses 8 -> 12, and what to do instead', () =>
    tell('no typing', async ({ page, hand, read }) => {
      const { target, alternatives } = await figuresFor(defaultScenario);
      expect(target.costs.moved).toBe(66_816);
      await read.expectText("PostgreSQL can't turn 8 partitions into 12 in place: each modulus must divide the next");
      await read.expectText('A rebuild moves 66 816 of 100 000 rows (66.8 %)');
      expect(await read.row(targets, 'PG 8 → 12, rebuild')).toContain('refused');
      for (const { plan, costs } of alternatives) {
        const way = plan.to.length > 8 ? 'split' : 'merge';
        const line = await read.row(targets, `PG 8 → ${plan.to.length}, ${way} in place`);
        expect(line).toEqual(expect.arrayContaining([digits(costs.moved), 'yes']));
      }
      await hand.press(tab(page, 'Steps'));
      await read.expectText(`${target.plan.refusal!.message}. ${target.plan.refusal!.detail}`);
      await hand.press(button(page, 'Show 16'));
      await read.expectText('8 → 16: split in place, one partition at a time');
    }));

  it('3: the steps that split or merge a hash partition, for which SPLIT PARTITION is refused', async () => {
    await tell('no typing', async ({ page, hand, read }) => {
      await hand.press(button(page, /^orders_8_3:/));
      await hand.press(button(page, /^Split by 2/));
      await read.expectText('8 → 9: split in place, one partition at a time');
      await read.expectText('6 253 of 100 000 rows change table');
      await hand.press(button(page, 'Copy'));
      await read.expectText('SQL copied');
      const sql = await page.evaluate(() => navigator.clipboard.readText());
      expect(sql).toContain('ALTER TABLE orders DETACH PARTITION orders_8_3;');
      expect(sql).toMatch(/orders_16_3 PARTITION OF orders\s+FOR VALUES WITH \(MODULUS 16, REMAINDER 3\);/);
      expect(sql).toMatch(/orders_16_11 PARTITION OF orders\s+FOR VALUES WITH \(MODULUS 16, REMAINDER 11\);/);
      expect(sql).not.toContain('SPLIT PARTITION');
    });
    for (const [way, command, message] of [
      [/^Split by 2/, 'SPLIT PARTITION', 'partition of hash-partitioned table cannot be split'],
      [/^Merge into modulus 4/, 'MERGE PARTITIONS', 'partition of hash-partitioned table cannot be merged'],
    ] as const)
      await tell('no typing', async ({ page, hand, read }) => {
        await hand.press(button(page, /^orders_8_3:/));
        await hand.press(button(page, way));
        await hand.press(tab(page, 'Steps'));
        await read.expectText(`${command} of version 19 answers “${message}”, and earlier versions don’t have it`);
      });
  });

  it('4: which partition key 42 goes to, byte by byte', () =>
    tell('no typing', async ({ page, hand, read }) => {
      const hash = rowHash(['int8'], ['42']);
      expect(remainderOf(hash, 8)).toBe(2);
      await hand.press(tab(page, 'Inspect'));
      await read.expectText('now orders_8_2 (8, 2)');
      await read.expectText(`h mod 8 = 2 h mod 12 = ${hash % 12n}`);
      await read.expectText('bytes (4) 2a 00 00 00');
      await read.expectText('0x663218bcfb84b17f');
      await read.expectText(`0x${hash.toString(16).padStart(16, '0')} as a number ${hash}`);
    }));

  it('6: how much data moves, how long it takes with how much extra disk, which locks are held, and that the plan can stop half-way', () =>
    tell('no typing', async ({ page, hand, read }) => {
      await read.expectText('≈ 12 MB written · 3 ACCESS EXCLUSIVE locks');
      await hand.press(button(page, 'Show 16'));
      await read.expectText('this recipe writes 100 000 rows · the plan can stop after any step');
      await read.expectText('≈ 12 MB written · 8 ACCESS EXCLUSIVE locks');
      await hand.press(tab(page, 'Steps'));
      await read.expectText('After each one the table is whole, and the plan may stop');
      const { target } = await figuresFor(to16);
      const largest = Math.max(...target.change.from) * defaultScenario.table.rowBytes;
      await read.expectText(`at most ${(largest / 1e6).toPrecision(3)} MB`);
      await read.expectText('Time to write: 1.2 sec at 10 MB a second, 120 ms at 100 MB');
    }));

  it('7: that more partitions do not help against one big tenant, and a longer key does', async () => {
    const { target, alternatives } = await figuresFor(hotTenant.scenario);
    const most = Math.max(...target.change.to);
    expect(most).toBeGreaterThan(300_000);
    await tell('no typing', async (told) => {
      const { page, read } = told;
      await openExample(told, 'A hot tenant');
      const of = (count: number) => read.row(targets, `PG 8 → ${count}, split in place`);
      expect(await of(32)).toContain(`${target.hottest.toFixed(3)}×`);
      const forty = alternatives.find(({ plan }) => plan.to.length === 40)!;
      expect(await of(40)).toContain(`${forty.hottest.toFixed(3)}×`);
      // With more partitions the mean falls, and the fullest one stays what it is.
      expect(forty.hottest).toBeGreaterThan(target.hottest);
      await button(page, /^events_32_24: 349.379 rows/).waitFor();
    });
    await tell('no typing', async (told) => {
      const { target: helped } = await figuresFor(tenantAndId.scenario);
      await openExample(told, 'Multi-tenant SaaS: tenant and id');
      const line = await told.read.row(targets, 'PG 8 → 32, split in place');
      expect(line).toContain(`${helped.hottest.toFixed(3)}×`);
      expect(helped.hottest).toBeLessThan(1.05);
    });
  });

  it('8: what a form makes of partitions, with its refusals and a preview', () =>
    tell('typing', async ({ page, hand, read }) => {
      await hand.type(page.getByRole('spinbutton', { name: 'Target', exact: true }), '5000');
      await read.expectText('5 000 partitions; a whole number from 1 to 4 096 is possible here');
      await page.keyboard.press('Escape');
      await read.expectText('8 → 12?');
      await hand.press(button(page, /^orders_8_3:/));
      await read.expectText('Split by 2 6 195 + 6 253');
      await read.expectText('Merge into modulus 4 with orders_8_7');
      await hand.press(button(page, /^Merge into modulus 4/));
      await read.expectText('8 → 7: merge in place, one group at a time');
    }));

  it('8: what a form makes of bounds that are typed, refused in the words of PostgreSQL', () =>
    tell('typing', async ({ page, hand, read }) => {
      await hand.press(page.locator('summary').filter({ hasText: 'Mixed moduli' }));
      const wanted = page.getByRole('textbox', { name: 'Bounds wanted', exact: true });
      await hand.type(wanted, '(2, 0) (4, 1) (4, 2)');
      await read.expectText('partition "orders_4_2" would overlap partition "orders_2_0"');
      await read.expectText('8 → 12?');
      await hand.type(wanted, '(2, 0) (4, 1) (4, 3)');
      await read.expectText('8 → 3: merge in place, one group at a time');
    }));

  it('11: when sub-partitions of the same key stay empty', () =>
    tell('no typing', async (told) => {
      await openExample(told, 'Nested, same key: 12 of 16 empty');
      const names = nestedSameKey.scenario.nodes.map(({ name }) => name);
      const filled = names.filter((name) => /^leaf (\d)\.\1$/.test(name));
      const empty = names.length - filled.length;
      expect(empty).toBe(12);
      await told.read.expectText(
        `0 of 100 000 rows (0.0 %) change node · ${empty} of ${names.length} nodes end up empty`,
      );
    }));

  it('12: which locks each step takes, and whether ATTACH scans', () =>
    tell('typing', async ({ page, hand, read }) => {
      await hand.press(button(page, 'Show 16'));
      await hand.press(tab(page, 'Steps'));
      await read.expectText('ACCESS EXCLUSIVE on the table, the partition, the new table');
      await read.expectText('No ATTACH is needed, so nothing is scanned to validate it');
      await hand.command('Recipe: keep half');
      await read.expectText('ATTACH scans the rows that stay in a kept table');
    }));

  it('13: what another platform, a dump, a collation or an enum does to the partition of a row', () =>
    tell('typing', async ({ page, hand, read }) => {
      await hand.press(tab(page, 'Inspect'));
      await read.expectText('any: integers hash alike on little- and big-endian servers');
      const type = page.getByRole('combobox', { name: 'Type', exact: true });
      await hand.type(type, 'text');
      await read.expectText('any deterministic one: only the UTF8 bytes count');
      await read.expectText('a big-endian server hashes these bytes otherwise');
      await read.expectText(`h mod 8 = ${rowHash(['text'], ['42']) % 8n}`);
      const color = "color AS ENUM ('red' = 16385, 'green' = 16387)";
      await hand.type(type, color);
      await read.expectText('A dump restored elsewhere gives labels new oids');
      await read.expectText(`h mod 8 = ${rowHash([color], ['green']) % 8n}`);
    }));

  it.each([
    ['Text keys with a prefix', textKeys],
    ['UUID v4 keys', uuidKeys],
  ])('14: how evenly keys spread: %s', async (title, { scenario }) => {
    const { target } = await figuresFor(scenario);
    expect(target.hottest).toBeLessThan(1.01);
    await tell('no typing', async (told) => {
      await openExample(told, title);
      await told.read.expectText('1 000 000 keys, all counted');
      const line = await told.read.row(targets, 'PG 8 → 16, split in place');
      expect(line).toEqual(expect.arrayContaining([digits(target.costs.moved), `${target.hottest.toFixed(3)}×`]));
    });
  });

  it.each<[keys: string, type: string, source: SourceSpec]>([
    ['UUIDs of version 7', 'uuid', getSource('uuidv7').defaults('uuid')],
    ['numbers as text', 'text', getSource('serial').defaults('text')],
  ])('14: how evenly %s spread', (_, type, source) =>
    tell('typing', async ({ page, hand, read }) => {
      await hand.type(page.getByRole('combobox', { name: 'Type', exact: true }), type);
      // Numbers go on to be numbers, written out.
      if (source.kind !== 'serial') {
        await hand.press(button(page, /Source$/));
        await hand.press(page.getByRole('option', { name: 'UUID v7' }));
      }
      const columns = [{ ...defaultScenario.keys.columns[0]!, type, source }];
      const { target } = await figuresFor({ ...defaultScenario, keys: { ...defaultScenario.keys, columns } });
      const figures = [digits(target.costs.moved), `${target.hottest.toFixed(3)}×`];
      await expect.poll(() => read.row(targets, 'PG 8 → 12, rebuild')).toEqual(expect.arrayContaining(figures));
    }),
  );
});
