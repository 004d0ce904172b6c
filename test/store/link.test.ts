import fc from 'fast-check';
import { deflateSync, strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { locales } from '../../src/i18n/locales.ts';
import { getSource } from '../../src/keys/sources.ts';
import { decodeLink, encodeLink } from '../../src/store/link.ts';
import { serialiseScenario } from '../../src/store/parseScenario.ts';
import { defaultScenario, type Scenario } from '../../src/store/scenario.ts';
import { stageViews } from '../../src/store/state.ts';

const packed = (text: string): string => Buffer.from(deflateSync(strToU8(text))).toString('base64url');

describe('a link', () => {
  it('brings back the whole scenario and the place in the plan', () => {
    const scenario: Scenario = { ...defaultScenario, name: 'заказы 订单', recipe: 'keepHalf' };
    expect(decodeLink(encodeLink({ scenario, t: 3.25 }))).toEqual({ ok: true, value: { scenario, t: 3.25 } });
  });

  it.each([
    ["color AS ENUM ('red' = 20001, 'it''s' = 20003)", undefined],
    ['point3 AS (a int4, "B c" text[], n numeric(10,2))', undefined],
    ['int4multirange', undefined],
    ['text', 'text_pattern_ops'],
  ])('carries the key type %s with its pattern and the server', (type, operatorClass) => {
    const source = getSource('pattern').defaults(type);
    const column = { name: 'k', type, source, ...(operatorClass !== undefined && { operatorClass }) };
    const server = { version: 16, encoding: 'KOI8R' } as const;
    const scenario: Scenario = { ...defaultScenario, keys: { columns: [column], rows: 1000, seed: 1, server } };
    expect(decodeLink(encodeLink({ scenario, t: null }))).toEqual({ ok: true, value: { scenario, t: null } });
  });

  it('with a type, operator class or server that there is not is refused', () => {
    const { columns } = defaultScenario.keys;
    const refusal = (keys: object): unknown => {
      const text = serialiseScenario({ ...defaultScenario, keys: { ...defaultScenario.keys, ...keys } });
      const read = decodeLink(`#v1.${packed(text)}`)!;
      return read.ok ? null : read.error;
    };
    expect(refusal({ columns: [{ ...columns[0], type: 'money' }] })).toMatchObject({ params: { value: '"money"' } });
    expect(refusal({ columns: [{ ...columns[0], operatorClass: 'text_ops' }] })).toMatchObject({
      id: 'operatorClassNotForType',
      params: { value: 'text_ops', type: 'bigint' },
    });
    expect(refusal({ server: { version: 14, encoding: 'UTF8' } })).toMatchObject({
      params: { path: 'keys.server.version' },
    });
  });

  it('is short and holds no keys, whatever their number', () => {
    const many: Scenario = { ...defaultScenario, keys: { ...defaultScenario.keys, rows: 1e12 } };
    expect(encodeLink({ scenario: many, t: null }).length).toBeLessThan(600);
  });

  it('round-trips random uniform targets, rows and seeds (seed 20)', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4096 }),
        fc.integer({ min: 1, max: 1e12 }),
        fc.nat(),
        (modulus, rows, seed) => {
          const scenario: Scenario = {
            ...defaultScenario,
            keys: { ...defaultScenario.keys, rows, seed },
            to: { kind: 'uniform', modulus },
          };
          expect(decodeLink(encodeLink({ scenario, t: null }))).toEqual({ ok: true, value: { scenario, t: null } });
        },
      ),
      { seed: 20, numRuns: 40 },
    );
  });

  it('carries the view and the language, if it is told to', () => {
    const state = { scenario: defaultScenario, t: 2, view: 'ring', lang: 'ru' } as const;
    const link = encodeLink(state);
    expect(link).toMatch(/&t=2&view=ring&lang=ru$/);
    expect(decodeLink(link)).toEqual({ ok: true, value: state });
  });

  it('ignores extras that are unknown or make no sense, whatever they are (seed 21)', () => {
    const bare = encodeLink({ scenario: defaultScenario, t: null });
    const known = { ok: true, value: { scenario: defaultScenario, t: null } };
    for (const extra of ['view=', 'view=toString', 'view=Ring', 'lang=xx', 'lang=', 't=-1', 't=x', 'q', '=', '&&'])
      expect(decodeLink(`${bare}&${extra}`)).toEqual(known);
    const text = fc.string({ unit: 'binary', maxLength: 30 }).filter((extra) => !/(?:^|&)(?:t|view|lang)=/.test(extra));
    fc.assert(
      fc.property(text, (extra) => {
        expect(decodeLink(`${bare}&${extra}`)).toEqual(known);
      }),
      { seed: 21, numRuns: 200 },
    );
  });

  it('round-trips every view, language and place (seed 22)', () => {
    const states = fc.record(
      { view: fc.constantFrom(...stageViews), lang: fc.constantFrom(...locales.map(({ id }) => id)) },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(states, fc.integer({ min: 1, max: 5_000_000 }), (extras, thousandths) => {
        const state = { scenario: defaultScenario, t: thousandths / 1000, ...extras };
        expect(decodeLink(encodeLink(state))).toEqual({ ok: true, value: state });
      }),
      { seed: 22, numRuns: 100 },
    );
  });

  it('is absent from an address without a hash', () => {
    expect(decodeLink('')).toBeNull();
    expect(decodeLink('#')).toBeNull();
  });

  it.each([
    ['another page anchor', '#section-2', 'linkUnknown'],
    ['a newer version', '#v2.abcd', 'linkNewer'],
    ['cut off', encodeLink({ scenario: defaultScenario, t: null }).slice(0, 60), 'linkDamaged'],
    ['foreign characters', '#v1.%%%', 'linkDamaged'],
    ['a link of a megabyte', `#v1.${'a'.repeat(1_000_000)}`, 'linkTooLong'],
    ['a bomb', `#v1.${packed(' '.repeat(50_000_000))}`, 'fileTooLong'],
    ['no JSON inside', `#v1.${packed('hello')}`, 'fileNotJson'],
    ['another program’s JSON', `#v1.${packed('{"a":1}')}`, 'fileNotScenario'],
  ])('says what is wrong with %s', (_case, hash, id) => {
    expect(decodeLink(hash)).toMatchObject({ ok: false, error: { id } });
  });

  it('refuses a scenario that PostgreSQL would refuse, in its words', () => {
    const bounds = [
      { modulus: 2, remainder: 0 },
      { modulus: 4, remainder: 0 },
    ];
    const text = serialiseScenario({ ...defaultScenario, from: { kind: 'mixed', bounds } });
    expect(decodeLink(`#v1.${packed(text)}`)).toMatchObject({
      ok: false,
      error: { code: '42P17', message: 'partition "orders_4_0" would overlap partition "orders_2_0"' },
    });
  });
});
