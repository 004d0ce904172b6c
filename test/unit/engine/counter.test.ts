import { describe, expect, test } from 'vitest';
import { createCounter } from '../../../src/engine/counter.ts';
import { planTallies } from '../../../src/engine/tallies.ts';
import type { KeyColumnSpec } from '../../../src/keys/keySpec.ts';
import { layout, uniform } from './fixtures.ts';

const columns: readonly (readonly [string, KeyColumnSpec])[] = [
  ['serial', { name: 'k', type: 'int8', source: { kind: 'serial', start: -5000, stride: 7 } }],
  ['falling serial', { name: 'k', type: 'int4', source: { kind: 'serial', start: 2_000_000, stride: -65 } }],
  ['serial date', { name: 'k', type: 'date', source: { kind: 'serial', start: 0, stride: 3 } }],
  ['text', { name: 'k', type: 'text', source: { kind: 'text', prefix: 'user_', start: 95, pad: 0 } }],
  ['tenant', { name: 'k', type: 'int2', source: { kind: 'zipf', tenants: 300, s: 1 } }],
];

describe.each(columns)('a counter of %s keys', (_, column) => {
  const keys = { columns: [column], rows: 30_000, seed: 3 };
  const from = uniform(12);
  const to = [uniform(1000), layout('65535:0 65535:7')];
  const [tallies] = planTallies(from, to);

  test('adds up to the same in any pieces', () => {
    const whole = createCounter(keys, from, to, tallies!);
    whole.count(0, 30_000);
    const pieces = createCounter(keys, from, to, tallies!);
    pieces.count(20_001, 9_999);
    pieces.count(0, 1);
    pieces.count(1, 20_000);
    expect(pieces.histograms).toEqual(whole.histograms);
    for (const histogram of whole.histograms) expect(histogram.reduce((sum, rows) => sum + rows, 0)).toBe(30_000);
  });

  test('counts the same alone as beside another histogram', () => {
    const [alone] = planTallies(from, [uniform(1000)]);
    const single = createCounter(keys, from, [uniform(1000)], alone!);
    single.count(0, 10_000);
    single.count(10_000, 20_000);
    const both = createCounter(keys, from, to, tallies!);
    both.count(0, 30_000);
    expect(single.histograms[0]).toEqual(both.histograms[0]);
  });
});
