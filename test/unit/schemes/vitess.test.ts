import { expect, test } from 'vitest';
import { keyspaceHead } from '../../../src/schemes/keyspaceId.ts';
import { shardStarts, vitess } from '../../../src/schemes/members/vitess.ts';
import { equalMembers } from '../../../src/schemes/nodes.ts';
import { deviationOf } from '../../fixtures/movement.ts';
import { textKeys } from '../../fixtures/textKeys.ts';

function headOf(text: string, vindex: string): string {
  const bytes = new TextEncoder().encode(text);
  return keyspaceHead(bytes, 0, bytes.length, vindex).toString(16).padStart(8, '0');
}

test.each([
  ['1', '166b40b4'],
  ['6', 'f098480a'],
  ['30375298039', '03126566'],
  ['18446744073709551615', '355550b2'],
  // As 2^64 - 1.
  ['-1', '355550b2'],
])('the vindex hash encrypts the integer %s to %s...', (text, head) => {
  expect(headOf(text, 'hash')).toBe(head);
});

test('negative integers are two’s complement', () => {
  expect(headOf('-9223372036854775808', 'hash')).toBe(headOf('9223372036854775808', 'hash'));
  expect(headOf('-4294967296', 'hash')).toBe(headOf('18446744069414584320', 'hash'));
  expect(headOf('-2', 'hash')).toBe(headOf('18446744073709551614', 'hash'));
});

test.each([
  '',
  '-',
  '-0',
  '007',
  '1.5',
  'a',
  '1 ',
  '18446744073709551616',
  '99999999999999999999999',
  '-9223372036854775809',
])('what is no integer of 64 bits goes by xxhash: "%s"', (text) => {
  expect(headOf(text, 'hash')).toBe(headOf(text, 'xxhash'));
  expect(headOf('7', 'hash')).not.toBe(headOf('7', 'xxhash'));
});

test('the vindex xxhash writes the hash of the text with the low byte first', () => {
  expect(headOf('test1', 'xxhash')).toBe('d01ab7e4');
  expect(headOf('1', 'xxhash')).toBe('d4640536');
});

/** The shards as Vitess names them. */
function namesOf(shards: number): string[] {
  const digits = shards <= 256 ? 2 : 4;
  const limits = [...shardStarts(shards), 65_536].map((code) => code.toString(16).padStart(4, '0').slice(0, digits));
  return Array.from(
    { length: shards },
    (_, i) => `${i === 0 ? '' : limits[i]}-${i === shards - 1 ? '' : limits[i + 1]}`,
  );
}

test('shards are the ranges that Vitess generates', () => {
  expect(namesOf(1)).toEqual(['-']);
  expect(namesOf(4)).toEqual(['-40', '40-80', '80-c0', 'c0-']);
  expect(namesOf(10)).toEqual(['-19', '19-33', '33-4c', '4c-66', '66-80', '80-99', '99-b3', 'b3-cc', 'cc-e6', 'e6-']);
  expect(namesOf(512).slice(0, 3)).toEqual(['-0080', '0080-0100', '0100-0180']);
  // Doubles: 49 * (256 / 98) is below 128.
  expect(shardStarts(98)[49]).toBe(0x7f00);
});

test('a key lies in the shard whose range holds its keyspace id', () => {
  const { before } = vitess.prepare({ vindex: 'hash' }, { before: equalMembers(4), after: equalMembers(8) }, 0);
  const out = new Uint16Array(6);
  before.route(textKeys(['1', '2', '3', '4', '5', '6']), 6, out);
  expect([...out]).toEqual([0, 0, 1, 3, 1, 3]);
});

test.each([
  // Only the first eighth is in the first shard both times.
  [8, 1 - 1 / 8],
  [5, 1 - (51 + (102 - 64) + (153 - 128) + (204 - 192)) / 256],
])('from 4 shards to %i, what stays is where old and new ranges of a node overlap', (after, moved) => {
  const change = { before: equalMembers(4), after: equalMembers(after) };
  expect(vitess.prepare({ vindex: 'xxhash' }, change, 0).theory.fraction).toBeCloseTo(moved, 12);
});

test.each(['hash', 'xxhash'])('a million keys move as theory expects by %s', (vindex) => {
  const change = { before: equalMembers(4), after: equalMembers(7) };
  expect(Math.abs(deviationOf(vitess, { vindex }, change))).toBeLessThan(4);
});
