import { expect, test } from 'vitest';
import type { SourceSpec } from '../../../../src/keys/keySpec.ts';
import { counterOf, drained, expectedCounts, firstDifference, keysOf, residues, simdKernel } from './reference.ts';

const kernel = await simdKernel();

const sources: readonly SourceSpec[] = [
  { kind: 'uuidv4' },
  { kind: 'uuidv7', startMs: 1_700_000_000_000, stepMs: 0.003 },
];
/** Low bits, all three numbers of fraction bins, and what is left to stored hashes. */
const moduli = [1, 2, 4, 1024, 65_536, 131_072, 3, 1000, 12_000, 13_107, 24_001, 100_003];

/** First row and rows: ragged ends, and both sides of 2^32, where the seed changes, from every place in a vector. */
const ranges: readonly (readonly [number, number])[] = [
  [0, 1],
  [0, 5003],
  [4095, 2050],
  ...[0, 1, 2, 3].map((before) => [2 ** 32 - 2048 - before, 4096 + before] as const),
];

test.each(sources.flatMap((source) => moduli.map((modulus) => [source.kind, modulus, source] as const)))(
  '%s over %i partitions alone is counted as by the reference',
  (_kind, modulus, source) => {
    const keys = keysOf([{ name: 'id', type: 'uuid', source }]);
    const tallies = [residues(modulus)];
    const counter = counterOf(kernel, keys, tallies);
    for (const [firstRow, count] of ranges) counter.count(firstRow, count);
    const counted = drained(counter, tallies);
    expect(firstDifference(counted, expectedCounts(keys, tallies, ranges))).toBeNull();
    expect(counted[0]!.reduce((sum, rows) => sum + rows, 0)).toBe(ranges.reduce((sum, [, rows]) => sum + rows, 0));
    // Draining begins again.
    counter.count(17, 3000);
    expect(firstDifference(drained(counter, tallies), expectedCounts(keys, tallies, [[17, 3000]]))).toBeNull();
  },
);
