import { afterEach, describe, expect, it } from 'vitest';
import { formatOf } from '../../../src/i18n/format.ts';
import { changeLocale, currentLocale, t } from '../../../src/i18n/i18n.ts';
import { buildReport } from '../../../src/store/report/buildReport.ts';
import { reportMarkdown } from '../../../src/store/report/markdown.ts';
import { defaultScenario, type Scenario } from '../../../src/store/scenario.ts';
import { idleVerification } from '../../../src/store/state.ts';
import { createTestApp } from '../../fixtures/services.ts';

afterEach(() => changeLocale('en'));

const small = { ...defaultScenario, keys: { ...defaultScenario.keys, rows: 1000 } };

async function review(scenario: Scenario, isVerified = false): Promise<string> {
  const app = createTestApp(scenario);
  await app.counted();
  const report = {
    verdict: 'pass',
    version: '18.6',
    checks: 10,
    partitionsCompared: 96,
    keysCompared: 2000,
    rowsInserted: 1000,
    sampled: false,
    rowsWithoutPartition: 0,
    elapsedMs: [],
  } as const;
  if (isVerified) app.store.setState({ verification: { ...idleVerification, report, document: scenario } });
  const format = formatOf(currentLocale());
  return reportMarkdown(buildReport(app.store.getState(), (hash) => `http://app.test/${hash}`, t, format)!, format);
}

/** The packed scenario differs with every new field of the document. */
const withoutLink = (text: string): string => text.replace(/#v1\.[\w-]+/, '#v1.…');

describe('the review', () => {
  it('of a rebuild that was not run looks as recorded', async () => {
    await expect(withoutLink(await review(small))).toMatchFileSnapshot('rebuild-8-12.md');
  });

  it('of a split that PostgreSQL confirmed looks as recorded, in Russian', async () => {
    await changeLocale('ru');
    const text = await review({ ...small, to: { kind: 'uniform', modulus: 16 } }, true);
    await expect(withoutLink(text)).toMatchFileSnapshot('split-8-16-ru.md');
  });

  it('of no change says that there are no steps, in Chinese', async () => {
    await changeLocale('zh');
    const text = await review({ ...small, to: small.from });
    expect(text).toContain('计划没有步骤');
    expect(text).toContain('# orders: 8 个分区，保持不变');
  });

  it('lists 64 of 128 partitions and steps, and says how many more there are', async () => {
    const text = await review({ ...small, from: { kind: 'uniform', modulus: 64 }, to: { kind: 'uniform', modulus: 128 } });
    expect(text.match(/^\| orders_128_/gm)).toHaveLength(64);
    expect(text).toContain('The first 64 are listed; 64 more are not.');
    expect(text.match(/^\d+\. /gm)).toHaveLength(64);
  });
});
