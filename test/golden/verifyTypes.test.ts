import { describe, expect, test } from 'vitest';
import { keyTypes } from '../../src/hash/keyTypes/keyTypes.ts';
import { resolveKeyType } from '../../src/hash/resolveKeyType.ts';
import { getSource } from '../../src/keys/sources.ts';
import { verify } from '../../src/postgres/verify.ts';
import { postgres } from '../../src/sql/dialects/postgres.ts';
import { planToScript } from '../../src/sql/planToScript.ts';
import { deriveScenario } from '../../src/store/derive.ts';
import { defaultScenario, type Scenario } from '../../src/store/scenario.ts';
import { freshDb } from '../unit/postgres/freshDb.ts';
import { recordingHost } from '../unit/postgres/verifyFixtures.ts';

/** Types that are made of others or by the user, as one would type them. */
const MADE = [
  'integer[]',
  'text[]',
  'timestamptz[]',
  "color AS ENUM ('red' = 20001, 'it''s' = 20003, 'blue' = 19990)",
  'point3 AS (a int4, "B c" text, n numeric)',
].filter((name) => resolveKeyType(name).ok);

const ROWS = 1500;

/** 4 -> 8 partitions of a table whose only key column is of this type, its values made by the type's pattern. */
function scenarioOf(type: string, operatorClass?: string): Scenario {
  const source = getSource('pattern').defaults(type);
  const column = { name: 'k', type, source, ...(operatorClass !== undefined && { operatorClass }) };
  return {
    ...defaultScenario,
    keys: { columns: [column], rows: ROWS, seed: 3 },
    from: { kind: 'uniform', modulus: 4 },
    to: { kind: 'uniform', modulus: 8 },
  };
}

async function verified(scenario: Scenario) {
  const derived = deriveScenario(scenario);
  if (!derived.ok) throw new Error(JSON.stringify(derived.error));
  const { plan, table, document } = derived.value;
  const script = planToScript(postgres, plan, table);
  return verify(await freshDb(), { script, plan, table, keys: document.keys, probes: 100 }, recordingHost().host);
}

describe('a table partitioned by a key of type', () => {
  test.each([...keyTypes.map(({ id }) => id), ...MADE])('%s is split by the exported SQL as predicted', async (type) => {
    const report = await verified(scenarioOf(type));
    expect(report.error ?? report.difference).toBeUndefined();
    expect(report).toMatchObject({ verdict: 'pass', rowsInserted: ROWS });
  });
});

test('an operator class that is not the default one stands in the exported SQL, which runs', async () => {
  const scenario = scenarioOf('text', 'text_pattern_ops');
  const derived = deriveScenario(scenario);
  const setup = derived.ok ? postgres.setup(derived.value.table, derived.value.from) : '';
  expect(setup).toContain('PARTITION BY HASH (k text_pattern_ops)');
  expect(await verified(scenario)).toMatchObject({ verdict: 'pass' });
});

test.each([
  ['text', 'bpchar_ops', 'k{n%300}{pick x|  | }'],
  ['varchar', 'bpchar_pattern_ops', 'k{n%300}{pick x|  | }'],
  ['oidvector', 'array_ops', '{n} {r}'],
  ['int4', 'oid_ops', '-{n}'],
])('%s under %s is split by the exported SQL as predicted', async (type, operatorClass, pattern) => {
  const scenario = scenarioOf(type, operatorClass);
  const columns = scenario.keys.columns.map((column) => ({ ...column, source: { kind: 'pattern', pattern, start: 1 } as const }));
  const report = await verified({ ...scenario, keys: { ...scenario.keys, columns } });
  expect(report.error ?? report.difference).toBeUndefined();
  expect(report).toMatchObject({ verdict: 'pass', rowsInserted: ROWS });
});

test('keys in another encoding than the server’s are not compared, with the reason', async () => {
  const { keys, ...rest } = scenarioOf('text');
  const report = await verified({ ...rest, keys: { ...keys, server: { version: 18, encoding: 'LATIN1' } } });
  expect(report).toMatchObject({
    verdict: 'error',
    rowsInserted: 0,
    error: { code: '0A000', message: expect.stringContaining('LATIN1') },
  });
});
