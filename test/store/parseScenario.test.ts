import { describe, expect, it } from 'vitest';
import { parseScenarioText, serialiseScenario } from '../../src/store/parseScenario.ts';
import { defaultScenario } from '../../src/store/scenario.ts';

/** A scenario as any program might write it; the tests below break it field by field. */
type Loose = Record<string, any>;

const changed = (change: (data: Loose) => void): string => {
  const data = JSON.parse(serialiseScenario(defaultScenario));
  change(data);
  return JSON.stringify(data);
};

describe('a scenario file', () => {
  it('is read back as it was written', () => {
    expect(parseScenarioText(serialiseScenario(defaultScenario, 2))).toEqual({ ok: true, value: defaultScenario });
  });

  it('drops fields that it does not know', () => {
    const text = changed((data) => {
      data['__proto__x'] = 1;
      data['extra'] = { a: 1 };
    });
    expect(parseScenarioText(text)).toEqual({ ok: true, value: defaultScenario });
  });

  it.each([
    ['a newer version', (d: Loose) => (d.version = 7), { id: 'fileNewer', params: { value: 7, max: 1 } }],
    ['no version', (d: Loose) => delete d.version, { id: 'fileField', params: { path: 'version' } }],
    ['an unknown type', (d: Loose) => (d.keys.columns[0].type = 'money'), { id: 'fileField', params: { path: 'keys.columns.0.type', value: '"money"' } }],
    ['an unknown source', (d: Loose) => (d.keys.columns[0].source = { kind: 'magic' }), { id: 'fileField' }],
    ['text for a number', (d: Loose) => (d.keys.rows = '12'), { id: 'fileField', params: { path: 'keys.rows', value: '"12"' } }],
    ['an empty table name', (d: Loose) => (d.table.name = ''), { id: 'nameEmpty' }],
    ['no columns', (d: Loose) => (d.keys.columns = []), { id: 'fileField', params: { path: 'keys.columns' } }],
    ['too many rows', (d: Loose) => (d.keys.rows = 1e9), { params: { value: 1e9, max: 100_000_000 } }],
    ['zero partitions', (d: Loose) => (d.to.modulus = 0), { id: 'partitionsOutOfRange', params: { value: 0 } }],
    ['too many partitions', (d: Loose) => (d.to.modulus = 5000), { id: 'partitionsOutOfRange', params: { value: 5000, max: 4096 } }],
    ['names that clash', (d: Loose) => (d.table.partitionNames = 'p'), { id: 'namePatternIncomplete', params: { value: 'p' } }],
  ])('with %s is refused, naming the place, the value and the limit', (_case, change, error) => {
    expect(parseScenarioText(changed(change))).toMatchObject({ ok: false, error });
  });

  it('that leaves rows without a partition is refused', () => {
    const text = changed((d) => {
      d.to = { kind: 'mixed', bounds: [{ modulus: 2, remainder: 0 }] };
    });
    expect(parseScenarioText(text)).toMatchObject({ ok: false, error: { id: 'rowsWithoutPartition' } });
  });

  it('longer than a megabyte is not parsed at all', () => {
    expect(parseScenarioText(' '.repeat(1_000_001))).toMatchObject({ ok: false, error: { id: 'fileTooLong' } });
  });
});
