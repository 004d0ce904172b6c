import { describe, expect, test } from 'vitest';
import type { KeyTypeId } from '../../src/hash/keyTypes/keyTypes.ts';
import type { KeyColumnSpec, SourceSpec } from '../../src/keys/keySpec.ts';
import {
  counterOf,
  drained,
  expectedCounts,
  firstDifference,
  keysOf,
  residues,
  simdKernel,
} from '../unit/engine/simd/reference.ts';

const ROWS = 10_000_000;
const SEED = 20_260_731;
const TALLIES = [4, 1024, 1000, 13_107, 24_001].map(residues);
const kernel = await simdKernel();

const kinds: readonly (readonly [KeyTypeId, SourceSpec])[] = [
  ['int2', { kind: 'random' }],
  ['int4', { kind: 'random' }],
  ['int8', { kind: 'random' }],
  ['oid', { kind: 'random' }],
  ['date', { kind: 'random' }],
  ['bytea', { kind: 'random' }],
  ['uuid', { kind: 'uuidv4' }],
  ['uuid', { kind: 'uuidv7', startMs: 1_700_000_000_000, stepMs: 0.37 }],
  ['timestamptz', { kind: 'timestamps', startMs: -62_000_000_000_000, stepMs: 6_543_210.987 }],
  ['date', { kind: 'timestamps', startMs: -62_000_000_000_000, stepMs: 6_543_210.987 }],
  ['int8', { kind: 'serial', start: -9_000_000_000_000_000, stride: 900_000_001 }],
  ['text', { kind: 'text', prefix: 'user_', start: 1, pad: 0 }],
  ['varchar', { kind: 'text', prefix: 'kunde-', start: 99_995_000_000, pad: 0 }],
];

describe(`ten million keys, seed ${SEED}`, () => {
  test.each(kinds.map(([type, source]) => [type, source.kind, source] as const))(
    '%s %s: kernel and reference agree on every count',
    (type, _kind, source) => {
      const column: KeyColumnSpec = { name: 'k', type, source };
      const keys = keysOf([column], ROWS, SEED);
      const expected = expectedCounts(keys, TALLIES, [[0, ROWS]]);
      // All in one pass over stored hashes, and each alone, which may take a way of its own.
      for (const tallies of [TALLIES, ...TALLIES.map((tally) => [tally])]) {
        const counter = counterOf(kernel, keys, tallies);
        for (let row = 0; row < ROWS; row += 999_983) counter.count(row, Math.min(999_983, ROWS - row));
        const wanted = tallies.map((tally) => expected[TALLIES.indexOf(tally)]!);
        expect(firstDifference(drained(counter, tallies), wanted)).toBeNull();
      }
    },
  );

  test.each([1, -4_999_999, 2 ** 33 - 5_000_000, -(2 ** 40) - 5_000_000])(
    'consecutive bigints from %d: every way of counting agrees with the reference',
    (start) => {
      const keys = keysOf([{ name: 'k', type: 'int8', source: { kind: 'serial', start, stride: 1 } }], ROWS);
      for (const tally of TALLIES) {
        const counter = counterOf(kernel, keys, [tally]);
        for (let row = 0; row < ROWS; row += 2 ** 20) counter.count(row, Math.min(2 ** 20, ROWS - row));
        expect(firstDifference(drained(counter, [tally]), expectedCounts(keys, [tally], [[0, ROWS]]))).toBeNull();
      }
    },
  );
});
