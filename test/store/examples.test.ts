import { describe, expect, it } from 'vitest';
import { checkScheme } from '../../src/engine/compare/checkScheme.ts';
import { membersOf } from '../../src/schemes/nodes.ts';
import { examples } from '../../src/store/examples/examples.ts';
import { parseScenarioText, serialiseScenario } from '../../src/store/parseScenario.ts';
import { SCENARIO_VERSION } from '../../src/store/upgradeScenario.ts';
import { createTestApp } from '../fixtures/services.ts';

const SMALL = 2000;

describe.each(examples.map((example) => [example.id, example] as const))('the example %s', (_id, example) => {
  const { scenario } = example;

  it('is a valid file of the newest version, which reads back as it is', () => {
    expect(scenario.version).toBe(SCENARIO_VERSION);
    expect(parseScenarioText(serialiseScenario(scenario))).toEqual({ ok: true, value: scenario });
  });

  it('is counted: every key is in one partition before and after', async () => {
    const rows = Math.min(SMALL, scenario.keys.rows);
    const { counted } = createTestApp({ ...scenario, keys: { ...scenario.keys, rows } });
    const { derived, reply } = await counted();
    const [change] = reply.changes;
    const sum = (counts: ArrayLike<number>): number => Array.from(counts).reduce((a, b) => a + b, 0);
    expect(sum(change!.from)).toBe(rows);
    expect(sum(change!.to)).toBe(rows);
    expect(derived.warnings).toEqual([]);
  });

  it('compares schemes that can follow its change of nodes, and opens on the ring of one that it compares', () => {
    const change = membersOf(scenario.nodes);
    const refused = scenario.compare.filter((spec) => checkScheme(spec, change) !== null);
    expect(refused).toEqual([]);
    const { ringOf } = example.ui ?? {};
    if (ringOf !== undefined) expect(scenario.compare.map(({ scheme }) => scheme)).toContain(ringOf);
  });

  it('names its source', () => {
    expect(example.story.source.title).not.toBe('');
    expect(example.story.source.url ?? 'https://').toMatch(/^https:\/\//);
  });
});

describe('the list of examples', () => {
  it('has no id and no scenario name twice', () => {
    expect(new Set(examples.map(({ id }) => id)).size).toBe(examples.length);
    expect(new Set(examples.map(({ scenario }) => scenario.name)).size).toBe(examples.length);
  });
});
