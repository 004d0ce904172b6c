import { describe, expect, test } from 'vitest';
import { createCounter } from '../../../src/engine/counter.ts';
import type { Counter } from '../../../src/engine/kernel.ts';
import { binsOf, planTallies, type Tally } from '../../../src/engine/tallies.ts';
import type { KeyColumnSpec } from '../../../src/keys/keySpec.ts';
import { layout, uniform } from './fixtures.ts';

const columns: readonly (readonly [string, KeyColumnSpec])[] = [
  ['serial', { name: 'k', type: 'int8', source: { kind: 'serial', start: -5000, stride: 7 } }],
  ['falling serial', { name: 'k', type: 'int4', source: { kind: 'serial', start: 2_000_000, stride: -65 } }],
  ['serial date', { name: 'k', type: 'date', source: { kind: 'serial', start: 0, stride: 3 } }],
  ['text', { name: 'k', type: 'text', source: { kind: 'text', prefix: 'user_', start: 95, pad: 0 } }],
  ['tenant', { name: 'k', type: 'int2', source: { kind: 'zipf', tenants: 300, s: 1 } }],
];

function drained(counter: Counter, tallies: readonly Tally[]): Float64Array[] {
  const totals = tallies.map((tally) => new Float64Array(binsOf(tally)));
  counter.drain(totals);
  return totals;
}

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
    const totals = drained(whole, tallies!);
    expect(drained(pieces, tallies!)).toEqual(totals);
    for (const histogram of totals) expect(histogram.reduce((sum, rows) => sum + rows, 0)).toBe(30_000);
  });

  test('counts the same alone as beside another histogram', () => {
    const [alone] = planTallies(from, [uniform(1000)]);
    const single = createCounter(keys, from, [uniform(1000)], alone!);
    single.count(0, 10_000);
    single.count(10_000, 20_000);
    const both = createCounter(keys, from, to, tallies!);
    both.count(0, 30_000);
    expect(drained(single, alone!)[0]).toEqual(drained(both, tallies!)[0]);
  });

  test('adds to totals what was counted since they were last asked for', () => {
    const whole = createCounter(keys, from, to, tallies!);
    whole.count(0, 30_000);
    const parts = createCounter(keys, from, to, tallies!);
    const totals = drained(parts, tallies!);
    for (const [first, rows] of [
      [0, 12_000],
      [12_000, 17_999],
      [29_999, 1],
    ] as const) {
      parts.count(first, rows);
      parts.drain(totals);
      parts.drain(totals);
    }
    expect(totals).toEqual(drained(whole, tallies!));
  });

  test('counts with a kernel that takes these keys, and in TypeScript with one that leaves them', () => {
    const calls: number[][] = [];
    const fast: Counter = { pieceRows: 5, count: (first, rows) => calls.push([first, rows]), drain: () => undefined };
    const taken = createCounter(keys, from, to, tallies!, { name: 'simd', createCounter: () => fast });
    taken.count(3, 4);
    expect([taken.kernel, taken.pieceRows, calls]).toEqual(['simd', 5, [[3, 4]]]);
    const left = createCounter(keys, from, to, tallies!, { name: 'simd', createCounter: () => null });
    expect(left.kernel).toBe('typescript');
    left.count(0, 30_000);
    expect(drained(left, tallies!)[0]!.reduce((sum, rows) => sum + rows)).toBe(30_000);
  });
});
