import { expect, test } from 'vitest';
import { randomWord } from '../../../../src/lib/prng.ts';
import { xxh64 } from '../../../../src/schemes/hashes/xxh64.ts';

function hashOf(data: Uint8Array, from = 0, to = data.length): bigint {
  const out = new Uint32Array(2);
  xxh64(data, from, to, out);
  return (BigInt(out[0]!) << 32n) | BigInt(out[1]!);
}

// Vitess's xxhash_test.go, whose bytes are the hash with its low byte first.
test.each([
  ['', '99e9d85137db46ef'],
  ['1', 'd46405367612b4b7'],
  ['-1', 'd8e2a6a7c8c7623d'],
  ['test1', 'd01ab7e4d6978f0b'],
  ['test2', '87eb11714c0a0e89'],
  ['18446744073709551615', '477cfa8d6d8f1f8d'],
  ['9223372036854775807', 'b37eb01f7bffafd8'],
  ['-9223372036854775808', '102c27ddb26a609e'],
  ['testaverylongvaluetomakesurethisworks', '81d8c38e0d850e6a'],
])('"%s" gives the bytes %s', (text, bytes) => {
  const expected = Buffer.from(bytes, 'hex').readBigUInt64LE();
  expect(hashOf(new TextEncoder().encode(text))).toBe(expected);
});

const MASK = 0xffffffffffffffffn;
const P = [
  0x9e3779b185ebca87n,
  0xc2b2ae3d27d4eb4fn,
  0x165667b19e3779f9n,
  0x85ebca77c2b2ae63n,
  0x27d4eb2f165667c5n,
] as const;

const rotate = (x: bigint, bits: bigint) => ((x << bits) | (x >> (64n - bits))) & MASK;
const round = (lane: bigint, value: bigint) => (rotate((lane + value * P[1]) & MASK, 31n) * P[0]) & MASK;

/** The definition in long integers. */
function slowHash(data: Buffer): bigint {
  let at = 0;
  let hash: bigint = P[4];
  if (data.length >= 32) {
    const lanes = [P[0] + P[1], P[1], 0n, -P[0]].map((lane) => lane & MASK);
    for (; data.length - at >= 32; at += 32) {
      for (let k = 0; k < 4; k++) lanes[k] = round(lanes[k]!, data.readBigUInt64LE(at + 8 * k));
    }
    hash = [1n, 7n, 12n, 18n].reduce((sum, bits, k) => sum + rotate(lanes[k]!, bits), 0n) & MASK;
    for (const lane of lanes) hash = ((hash ^ round(0n, lane)) * P[0] + P[3]) & MASK;
  }
  hash = (hash + BigInt(data.length)) & MASK;
  for (; data.length - at >= 8; at += 8) {
    hash = (rotate(hash ^ round(0n, data.readBigUInt64LE(at)), 27n) * P[0] + P[3]) & MASK;
  }
  if (data.length - at >= 4) {
    hash = (rotate(hash ^ ((BigInt(data.readUInt32LE(at)) * P[0]) & MASK), 23n) * P[1] + P[2]) & MASK;
    at += 4;
  }
  for (; at < data.length; at++) hash = (rotate(hash ^ ((BigInt(data[at]!) * P[4]) & MASK), 11n) * P[0]) & MASK;
  hash = ((hash ^ (hash >> 33n)) * P[1]) & MASK;
  hash = ((hash ^ (hash >> 29n)) * P[2]) & MASK;
  return hash ^ (hash >> 32n);
}

test('keys of any length, anywhere in a block, hash as the definition says', () => {
  const block = Buffer.from(Uint8Array.from({ length: 400 }, (_, i) => randomWord(9, i, 0)));
  for (let length = 0; length <= 200; length++) {
    const from = length % 61;
    expect(hashOf(block, from, from + length)).toBe(slowHash(block.subarray(from, from + length)));
  }
});
