import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdit, createAppStore } from '../../src/store/createAppStore.ts';
import { renameColumn } from '../../src/store/edits/renameColumn.ts';
import { renameTable } from '../../src/store/edits/renameTable.ts';
import { setKeyType } from '../../src/store/edits/setKeyType.ts';
import { setRowBytes } from '../../src/store/edits/setRowBytes.ts';
import { setRows } from '../../src/store/edits/setRows.ts';
import { setSeed } from '../../src/store/edits/setSeed.ts';
import { setSource } from '../../src/store/edits/setSource.ts';
import { setTarget } from '../../src/store/edits/setTarget.ts';
import { serialiseScenario } from '../../src/store/parseScenario.ts';
import { nothingSaved, parseSaved } from '../../src/store/persistence.ts';
import { defaultScenario } from '../../src/store/scenario.ts';

describe('what was stored', () => {
  it('comes back', () => {
    const data = { scenario: serialiseScenario(defaultScenario), theme: 'dark', locale: 'zh' };
    expect(parseSaved(data)).toEqual({ scenario: defaultScenario, preferences: { theme: 'dark', locale: 'zh' } });
  });

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'orders'],
    ['a number', 42],
    ['an empty list', []],
    ['another program’s data', { a: 1 }],
    ['values of the wrong types', { scenario: defaultScenario, theme: 1, locale: ['en'] }],
    ['unknown choices', { scenario: '{"format":"shardscope"}', theme: 'sepia', locale: 'tlh' }],
    ['names that every object has', { scenario: '', theme: 'constructor', locale: '__proto__' }],
  ])('counts as nothing when it is %s', (_case, data) => {
    expect(parseSaved(data)).toEqual(nothingSaved);
  });

  it('loses only the part that is damaged', () => {
    const scenario = serialiseScenario(defaultScenario);
    expect(parseSaved({ scenario: scenario.slice(0, -5), theme: 'light', locale: 'ru' })).toEqual({
      scenario: null,
      preferences: { theme: 'light', locale: 'ru' },
    });
    expect(parseSaved({ scenario, theme: 'light', locale: 7 })).toEqual({
      scenario: defaultScenario,
      preferences: { theme: 'light' },
    });
  });

  it('never throws, whatever it is (seed 5)', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), fc.anything(), (scenario, theme, locale) => {
        expect(parseSaved({ scenario, theme, locale }).scenario).toBeNull();
      }),
      { seed: 5, numRuns: 200 },
    );
  });

  it('comes back whatever the fields of the app let pass (seed 11)', () => {
    const limits = fc.constantFrom(0, -1, 1, 1.5, 1e6, 1e7, 4096, 4097, 1e9, 2 ** 32);
    // JSON has no -0, which adding 0 turns into 0.
    const number = fc.oneof(fc.integer(), fc.double(), limits).map((value) => value + 0);
    const text = fc.oneof(fc.string({ maxLength: 70 }), fc.string({ unit: 'binary', maxLength: 40 }));
    const source = fc.record({ kind: fc.constant('text' as const), prefix: text, start: number, pad: number });
    fc.assert(
      fc.property(number, text, source, (value, name, spec) => {
        const store = createAppStore();
        applyEdit(store, setRowBytes, { bytes: value });
        applyEdit(store, setRows, { rows: value });
        applyEdit(store, setSeed, { seed: value });
        applyEdit(store, setTarget, { spec: { kind: 'uniform', modulus: value } });
        applyEdit(store, renameTable, { name });
        applyEdit(store, renameColumn, { index: 0, name });
        applyEdit(store, setKeyType, { index: 0, type: 'text' });
        applyEdit(store, setSource, { index: 0, source: spec });
        const { document } = store.getState();
        expect(parseSaved({ scenario: serialiseScenario(document) }).scenario).toEqual(document);
      }),
      { seed: 11, numRuns: 100 },
    );
  });
});
