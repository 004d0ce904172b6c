import { describe, expect, it } from 'vitest';
import { parseScenarioText, serialiseScenario } from '../../src/store/parseScenario.ts';
import { defaultScenario } from '../../src/store/scenario.ts';

/** The default scenario's file with the value at `path` replaced; undefined takes it away. */
function changed(path: string, value: unknown): string {
  const data: unknown = JSON.parse(serialiseScenario(defaultScenario));
  const steps = path.split('.');
  const last = steps.pop()!;
  let place = data as Record<string, unknown>;
  for (const step of steps) place = place[step] as Record<string, unknown>;
  place[last] = value;
  return JSON.stringify(data);
}

describe('a scenario file', () => {
  it('is read back as it was written', () => {
    expect(parseScenarioText(serialiseScenario(defaultScenario, 2))).toEqual({ ok: true, value: defaultScenario });
  });

  it('drops fields that it does not know', () => {
    expect(parseScenarioText(changed('extra', { a: 1 }))).toEqual({ ok: true, value: defaultScenario });
  });

  it.each([
    ['a newer version', 'version', 7, { id: 'fileNewer', params: { value: 7, max: 2 } }],
    ['no version', 'version', undefined, { id: 'fileField', params: { path: 'version' } }],
    [
      'an unknown type',
      'keys.columns.0.type',
      'money',
      { id: 'fileField', params: { path: 'keys.columns.0.type', value: '"money"' } },
    ],
    ['an unknown source', 'keys.columns.0.source', { kind: 'magic' }, { id: 'fileField' }],
    ['text for a number', 'keys.rows', '12', { id: 'fileField', params: { path: 'keys.rows', value: '"12"' } }],
    ['an empty table name', 'table.name', '', { id: 'nameEmpty' }],
    [
      'a table name PostgreSQL would cut',
      'table.name',
      'я'.repeat(32),
      { id: 'nameTooLong', params: { bytes: 64, max: 63 } },
    ],
    [
      'a partition named like the table',
      'table',
      { schema: null, name: 'p8_3', partitionNames: 'p{modulus}_{remainder}', rowBytes: 9 },
      { code: '42P07', message: 'relation "p8_3" already exists' },
    ],
    ['no columns', 'keys.columns', [], { id: 'fileField', params: { path: 'keys.columns' } }],
    ['too many rows', 'keys.rows', 1e13, { id: 'keyRows', params: { value: 1e13, max: 1e12 } }],
    ['zero partitions', 'to.modulus', 0, { id: 'partitionsOutOfRange', params: { value: 0 } }],
    ['too many partitions', 'to.modulus', 5000, { id: 'partitionsOutOfRange', params: { value: 5000, max: 4096 } }],
    ['names that clash', 'table.partitionNames', 'p', { id: 'namePatternIncomplete', params: { value: 'p' } }],
  ])('with %s is refused, naming the place, the value and the limit', (_case, path, value, error) => {
    expect(parseScenarioText(changed(path, value))).toMatchObject({ ok: false, error });
  });

  it('that leaves rows without a partition is refused', () => {
    const text = changed('to', { kind: 'mixed', bounds: [{ modulus: 2, remainder: 0 }] });
    expect(parseScenarioText(text)).toMatchObject({ ok: false, error: { id: 'rowsWithoutPartition' } });
  });

  it('longer than a megabyte is not parsed at all', () => {
    expect(parseScenarioText(' '.repeat(1_000_001))).toMatchObject({ ok: false, error: { id: 'fileTooLong' } });
  });
});
