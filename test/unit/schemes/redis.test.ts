import { expect, test } from 'vitest';
import { crc16 } from '../../../src/schemes/hashes/crc16.ts';
import { redis } from '../../../src/schemes/members/redis.ts';
import { equalMembers } from '../../../src/schemes/nodes.ts';
import { createRanges, REDIS_SLOTS, redisHash } from '../../../src/schemes/redisSlots.ts';
import { deviationOf } from '../../fixtures/movement.ts';
import { textKeys } from '../../fixtures/textKeys.ts';

function slotOf(text: string): number {
  const bytes = new TextEncoder().encode(text);
  return redisHash(bytes, 0, bytes.length) % REDIS_SLOTS;
}

test('the CRC of 123456789 is the published check value', () => {
  expect(crc16(new TextEncoder().encode('x123456789y'), 1, 10)).toBe(0x31c3);
});

// By the rules of the Redis cluster specification, whose examples these are.
test.each([
  ['123456789', 12_739],
  ['foo', 12_182],
  ['bar', 5061],
  ['{user1000}.following', 3443],
  ['{user1000}.followers', 3443],
  ['user1000', 3443],
  ['foo{}{bar}', 8363],
  ['foo{{bar}}zap', 4015],
  ['foo{bar}{zap}', 5061],
  ['', 0],
])('the slot of "%s" is %i', (text, slot) => {
  expect(slotOf(text)).toBe(slot);
});

test('a brace without a partner is no hash tag', () => {
  for (const text of ['foo{bar', 'foo}bar', '}{', '{', '{}']) {
    const bytes = new TextEncoder().encode(text);
    expect(redisHash(bytes, 0, bytes.length)).toBe(crc16(bytes, 0, bytes.length));
  }
});

test('a hash tag never reaches into the next key of the block', () => {
  const bytes = new TextEncoder().encode('a{bc}d');
  expect(redisHash(bytes, 0, 4)).toBe(crc16(bytes, 0, 4));
  expect(redisHash(bytes, 0, 5)).toBe(crc16(bytes, 2, 4));
});

function rangesOf(masters: number): string[] {
  const map = createRanges(masters);
  return Array.from({ length: masters }, (_, master) => `${map.indexOf(master)}-${map.lastIndexOf(master)}`);
}

test('a new cluster has the ranges that redis-cli prints', () => {
  expect(rangesOf(1)).toEqual(['0-16383']);
  expect(rangesOf(3)).toEqual(['0-5460', '5461-10922', '10923-16383']);
  expect(rangesOf(4)).toEqual(['0-4095', '4096-8191', '8192-12287', '12288-16383']);
  expect(rangesOf(6)).toEqual(['0-2730', '2731-5460', '5461-8191', '8192-10922', '10923-13652', '13653-16383']);
});

test('every number of masters covers all slots with one range each', () => {
  for (let masters = 1; masters <= 1024; masters++) {
    const map = createRanges(masters);
    let last = 0;
    for (const owner of map) {
      if (owner !== last && owner !== last + 1) throw new Error(`${masters} masters: ${owner} follows ${last}`);
      last = owner;
    }
    expect(last).toBe(masters - 1);
  }
});

test.each([
  [3, 4, 4096],
  [4, 5, 3276],
  [3, 2, 5461],
])('%i to %i masters move %i slots', (before, after, moves) => {
  const change = { before: equalMembers(before), after: equalMembers(after) };
  expect(redis.prepare({}, change, 0).theory).toEqual({ kind: 'exact', fraction: moves / REDIS_SLOTS });
});

test('weights are met before the change begins', () => {
  const members = [1, 3].map((weight, index) => ({ name: `n${index}`, weight }));
  const { before, theory } = redis.prepare({}, { before: members, after: members }, 0);
  expect(theory.fraction).toBe(0);
  expect([...before.circle!.arcs.starts]).toEqual([0, 1 / 4]);
});

test('keys with the same hash tag are on the same node', () => {
  const { after } = redis.prepare({}, { before: equalMembers(3), after: equalMembers(7) }, 0);
  const keys = textKeys(Array.from({ length: 50 }, (_, i) => `${i}{tag}${i * i}`));
  const out = new Uint16Array(50);
  after.route(keys, 50, out);
  expect(new Set(out).size).toBe(1);
});

test('a million keys move as theory expects', () => {
  const change = { before: equalMembers(4), after: equalMembers(5) };
  expect(Math.abs(deviationOf(redis, {}, change))).toBeLessThan(4);
});
