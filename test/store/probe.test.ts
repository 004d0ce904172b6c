import { describe, expect, it } from 'vitest';
import type { KeySpec } from '../../src/keys/keySpec.ts';
import { computeProbe, probeId } from '../../src/store/probe.ts';
import { defaultScenario } from '../../src/store/scenario.ts';

const { keys } = defaultScenario;
const twoColumns: KeySpec = {
  ...keys,
  columns: [
    { name: 'tenant_id', type: 'int4', source: { kind: 'serial', start: 1, stride: 1 } },
    { name: 'id', type: 'uuid', source: { kind: 'uuidv4' } },
  ],
};

describe('the key in Inspect', () => {
  it('is key 42 of a serial before anything is typed: 0x663218bcfb84b17f, added to the seed of an empty row', () => {
    const { texts, trace } = computeProbe(keys, {});
    expect(texts).toEqual(['42']);
    expect(trace).toMatchObject({ ok: true, value: { rowHash: { hi: 0xafd30d9a, lo: 0x116a5a62 } } });
  });

  it('is the last key of fewer than 42', () => {
    expect(computeProbe({ ...keys, rows: 7 }, {}).texts).toEqual(['7']);
  });

  it('is what was typed', () => {
    const typed = computeProbe(keys, { 'order_id:int8': ' 43 ' });
    expect(typed.texts).toEqual([' 43 ']);
    expect(typed.trace).toEqual(computeProbe(keys, { 'order_id:int8': '43' }).trace);
    expect(typed.trace).not.toEqual(computeProbe(keys, {}).trace);
  });

  it('forgets what was typed for another name or type of the column', () => {
    const typed = { 'order_id:int4': '1', 'id:int8': '2' };
    expect(computeProbe(keys, typed).texts).toEqual(['42']);
    expect(probeId(keys.columns[0]!)).toBe('order_id:int8');
  });

  it('may be NULL, which adds nothing to the hash', () => {
    const { texts, trace } = computeProbe(keys, { 'order_id:int8': null });
    expect(texts).toEqual([null]);
    expect(trace).toMatchObject({ ok: true, value: { rowHash: { hi: 0, lo: 0 } } });
  });

  it.each([
    ['x', '22P02', 'invalid input syntax for type bigint: "x"'],
    ['', '22P02', 'invalid input syntax for type bigint: ""'],
    ['9223372036854775808', '22003', 'value "9223372036854775808" is out of range for type bigint'],
  ])('%j is refused in the words of PostgreSQL', (text, code, message) => {
    expect(computeProbe(keys, { 'order_id:int8': text }).trace).toEqual({
      ok: false,
      error: { column: 0, error: { code, message } },
    });
  });

  it('names the column that is wrong', () => {
    const { trace } = computeProbe(twoColumns, { 'id:uuid': 'abc' });
    expect(trace).toMatchObject({ ok: false, error: { column: 1, error: { code: '22P02' } } });
  });
});
