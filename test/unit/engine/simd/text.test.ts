import { expect, test } from 'vitest';
import { counterOf, drained, expectedCounts, firstDifference, keysOf, residues, simdKernel } from './reference.ts';

const kernel = await simdKernel();
/** Stored hashes for two tallies; bins of low bits and all three numbers of fraction bins for one. */
const TALLIES = [[1024, 1000], [4], [1024], [1000], [5000], [13_107]].map((moduli) => moduli.map(residues));

function expectSame(prefix: string, start: number, pad: number, firstRow: number, count: number): void {
  const keys = keysOf([{ name: 'k', type: 'text', source: { kind: 'text', prefix, start, pad } }]);
  const all = TALLIES.flat();
  const expected = expectedCounts(keys, all, [[firstRow, count]]);
  for (const tallies of TALLIES) {
    const counter = counterOf(kernel, keys, tallies);
    counter.count(firstRow, count);
    const context = `${JSON.stringify(prefix)} from ${start}, ${pad} digits, ${count} rows from ${firstRow}`;
    const wanted = tallies.map((tally) => expected[all.indexOf(tally)]!);
    expect(firstDifference(drained(counter, tallies), wanted), context).toBeNull();
  }
}

test('keys of every length from 1 to 64 bytes, one to many digits, agree with the reference', () => {
  for (let length = 0; length < 60; length++) {
    const prefix = 'abcdefghij'.repeat(6).slice(0, length);
    expectSame(prefix, 0, 0, 0, 2211);
    expectSame(prefix, 99_800, 0, 37, 411);
  }
});

test('padded numbers of every width agree with the reference', () => {
  for (let pad = 0; pad <= 20; pad++) {
    expectSame('', 0, pad, 0, 1205);
    expectSame('order-', 9_990, pad, 3, 333);
  }
});

test.each(['é', 'ключ', '表', '🔑', 'Aé表🔑', '🔑'.repeat(100)])(
  'the prefix %s agrees with the reference',
  (prefix) => {
    for (let filler = 0; filler < 12; filler++) expectSame(prefix + '.'.repeat(filler % 12), 985, 0, 0, 230);
  },
);

test('numbers up to the greatest safe integer agree with the reference', () => {
  for (let digits = 1; digits <= 15; digits++) expectSame('user_', Math.max(0, 10 ** digits - 105), 0, 0, 212);
  expectSame('user_', Number.MAX_SAFE_INTEGER - 3000, 0, 0, 3001);
});

test('pieces that begin and end anywhere agree with the reference', () => {
  for (const prefix of ['user_', 'x', 'twelve_bytes_']) {
    for (let firstRow = 0; firstRow < 130; firstRow += 7) {
      for (const count of [1, 2, 3, 4, 9, 95, 101, 204]) expectSame(prefix, 10_000_000, 0, firstRow, count);
    }
  }
});
