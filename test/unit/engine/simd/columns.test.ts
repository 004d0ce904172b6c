import { expect, test } from 'vitest';
import type { KeyTypeId } from '../../../../src/hash/keyTypes/keyTypes.ts';
import { remainderOf, rowHash } from '../../../../src/hash/textEntry.ts';
import type { KeyColumnSpec, SourceSpec } from '../../../../src/keys/keySpec.ts';
import { createKeyTexts } from '../../../../src/keys/keyText.ts';
import { counterOf, drained, expectedCounts, firstDifference, keysOf, residues, simdKernel } from './reference.ts';

const kernel = await simdKernel();
const TALLIES = [4, 1024, 1000, 24_001].map(residues);

function column(type: KeyTypeId, source: SourceSpec): KeyColumnSpec {
  return { name: `${type} ${source.kind}`, type, source };
}

function expectSame(columns: readonly KeyColumnSpec[], firstRow: number, count: number): void {
  const keys = keysOf(columns);
  const counter = counterOf(kernel, keys, TALLIES);
  counter.count(firstRow, count);
  const expected = expectedCounts(keys, TALLIES, [[firstRow, count]]);
  expect(firstDifference(drained(counter, TALLIES), expected)).toBeNull();
}

const kinds: readonly KeyColumnSpec[] = [
  ...(['int2', 'int4', 'int8', 'oid', 'date', 'bytea'] as const).map((type) => column(type, { kind: 'random' })),
  column('int8', { kind: 'serial', start: -3_000_000_000, stride: 3 }),
  column('text', { kind: 'serial', start: 1, stride: 1 }),
  column('uuid', { kind: 'uuidv4' }),
  column('uuid', { kind: 'uuidv7', startMs: 1_700_000_000_000, stepMs: 0.003 }),
  column('uuid', { kind: 'uuidv7', startMs: 0, stepMs: 86_399_999.999 }),
  column('timestamptz', { kind: 'timestamps', startMs: -1_000_000_000_000, stepMs: 0.001 }),
  column('timestamp', { kind: 'timestamps', startMs: -210_866_803_200_000, stepMs: 1_234_567.891 }),
  column('timestamp', { kind: 'timestamps', startMs: 8_639_000_000_000_000, stepMs: 0.9996 }),
  column('date', { kind: 'timestamps', startMs: -210_866_803_200_000, stepMs: 86_400_000 }),
  column('date', { kind: 'timestamps', startMs: -1, stepMs: 33_333.333 }),
  column('date', { kind: 'timestamps', startMs: 946_684_800_000, stepMs: 31_622_399_999.999 }),
  column('text', { kind: 'text', prefix: 'user_', start: 1, pad: 0 }),
  column('varchar', { kind: 'text', prefix: 'ключ-', start: 8, pad: 5 }),
  column('bpchar', { kind: 'text', prefix: '', start: 99_999_990, pad: 0 }),
  column('bytea', { kind: 'text', prefix: '鍵🔑', start: 9_007_199_254_000_000, pad: 20 }),
];

test.each(kinds.map((kind) => [kind.name, JSON.stringify(kind.source), kind] as const))(
  'keys of %s %s are counted as by the reference',
  (_name, _source, kind) => {
    expectSame([kind], 0, 5003);
    expectSame([kind], 4095, 1);
    expectSame([kind], 123_457, 2050);
  },
);

test.each(kinds.map((kind) => [kind.name, kind] as const))(
  'a million keys of %s are counted as by the reference',
  (_, kind) => {
    expectSame([kind], 0, 1_000_000);
  },
);

test('two to four columns are combined as by the reference', () => {
  for (const [index, kind] of kinds.entries()) {
    const others = [1, 5, 11].map((step) => kinds[(index + step) % kinds.length]!);
    expectSame([kind, others[0]!], 77, 4100);
    expectSame([kind, ...others], 2, 2501);
  }
});

test.each([
  column('int8', { kind: 'zipf', tenants: 1000, s: 1.1 }),
  column('int4', { kind: 'zipf', tenants: 1000, s: 0 }),
  column('text', { kind: 'zipf', tenants: 100_000, s: 0.5 }),
  column('text', { kind: 'uuidv4' }),
  column('bool', { kind: 'random' }),
  column('text', { kind: 'serial', start: -50, stride: 3 }),
])('a column of $name that the reference makes is combined with one of the module', (made) => {
  expectSame([made, kinds[2]!], 3, 5001);
  expectSame([kinds[8]!, made], 3, 5001);
});

test('a column whose operator class hashes otherwise is combined as the reference hashes its texts', () => {
  const blanks = column('text', { kind: 'pattern', pattern: 'k{n%50}{pick x|  }', start: 1 });
  const keys = keysOf([
    { ...blanks, operatorClass: 'bpchar_ops' },
    column('text', { kind: 'text', prefix: 'u ', start: 1, pad: 0 }),
  ]);
  const texts = createKeyTexts(keys);
  const expected = new Float64Array(1000);
  for (let row = 0; row < 3000; row++) expected[remainderOf(rowHash(['bpchar', 'text'], texts(row)), 1000)]! += 1;
  const counter = counterOf(kernel, keys, [residues(1000)]);
  counter.count(0, 3000);
  expect(firstDifference(drained(counter, [residues(1000)]), [expected])).toBeNull();
});

test.each<[KeyTypeId, string, SourceSpec]>([
  ['text', 'bpchar_ops', { kind: 'text', prefix: 'user_', start: 1, pad: 0 }],
  ['varchar', 'bpchar_pattern_ops', { kind: 'serial', start: 1, stride: 1 }],
])('%s under %s is left to the reference, as its hash is not that of its bytes', (type, operatorClass, source) => {
  const keys = keysOf([{ ...column(type, source), operatorClass }]);
  expect(kernel.createCounter(keys, [], [], [residues(4)])).toBeNull();
});

test('integers under oid_ops are counted by the module', () => {
  expectSame([{ ...column('int4', { kind: 'serial', start: -5, stride: 1 }), operatorClass: 'oid_ops' }], 0, 100_000);
});

test('random rows that cross a multiple of 2^32 are counted as by the reference', () => {
  for (const kind of kinds.filter(({ source }) => ['random', 'uuidv4', 'uuidv7'].includes(source.kind))) {
    if (kind.source.kind === 'uuidv7' && kind.source.stepMs > 1) continue;
    expectSame([kind], 2 ** 32 - 1001, 3000);
  }
});

test('keys that the module cannot make at all are refused', () => {
  expect(kernel.createCounter(keysOf([column('text', { kind: 'uuidv4' })]), [], [], TALLIES)).toBeNull();
});
