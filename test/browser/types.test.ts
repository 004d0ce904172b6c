import { describe, expect, it } from 'vitest';
import { AppDriver, plain } from '../drivers/AppDriver.ts';
import { testBrowser } from './page.ts';

/** One a family of types, as one would type them, with a key of the default pattern as Inspect shows it. */
const TYPES = [
  ['numeric', 'hash_numeric_extended', 'digits in base 10000'],
  ['jsonb', 'jsonb_hash_extended', 'Every key and scalar'],
  ['text[]', 'hash_array_extended', '31 times'],
  ['int4range', 'hash_range_extended', 'flags'],
  ["color AS ENUM ('red' = 20001, 'green' = 20003)", 'hashenumextended', 'oid in pg_enum'],
  ['point3 AS (a int4, b text)', 'hash_record_extended', 'each column'],
] as const;

/** PostgreSQL in Node proves every type (test/golden/verifyTypes.test.ts); here one that must be created. */
const PROVED = 'point3 AS (a int4, b text)';

describe('a key type typed into the panel', () => {
  const browser = testBrowser();

  it('is shown in Inspect down to its function, and proved by PostgreSQL', async () => {
    const app = await browser.visit();
    const driver = new AppDriver(app.page);
    await driver.expectHeadline('8 → 12?');
    await driver.press('Show 16');
    await driver.fill('Rows', '2000');
    for (const [type, hashFunction, rule] of TYPES) {
      await driver.fill('Type', type);
      await driver.expectStatus('2 000 keys, all counted');
      await driver.openTab('Inspect');
      const inspect = app.page.getByRole('tabpanel', { name: 'Inspect' });
      await expect.poll(async () => plain(await inspect.innerText()), { message: type }).toContain(hashFunction);
      expect(plain(await inspect.innerText()), type).toContain(rule);
      if (type !== PROVED) continue;
      await driver.openTab('Verify');
      await driver.press('Run in PostgreSQL');
      await driver.expectStatus('agrees on', 60_000);
    }
    await app.close();
  });

  it('is refused in the words of PostgreSQL at its field, and the last good one stays', async () => {
    const app = await browser.visit();
    const driver = new AppDriver(app.page);
    await driver.expectHeadline('8 → 12?');
    await driver.fill('Type', 'money');
    await app.page.getByText('data type money has no default operator class for access method "hash"').waitFor();
    await driver.expectAnswer('66 816 of 100 000 rows');
    await driver.field('Type').press('Escape');
    await expect.poll(() => driver.field('Type').inputValue()).toBe('bigint');
    await app.close();
  });

  it('is chosen from the list by keyboard', async () => {
    const app = await browser.visit();
    const driver = new AppDriver(app.page);
    await driver.expectHeadline('8 → 12?');
    const type = driver.field('Type');
    await type.focus();
    await type.fill('time');
    await app.page.getByRole('option', { name: /^timestamp with time zone/ }).waitFor();
    await app.page.keyboard.press('ArrowDown');
    await app.page.keyboard.press('Enter');
    await expect.poll(() => type.inputValue()).toBe('timestamp with time zone');
    await driver.expectStatus('100 000 keys, all counted');
    await app.close();
  });
});
