import { createCipheriv } from 'node:crypto';
import { expect, test } from 'vitest';
import { randomWord } from '../../../../src/lib/prng.ts';
import { desNullKey } from '../../../../src/schemes/hashes/desNullKey.ts';

function encrypt(value: bigint): string {
  const out = new Uint32Array(2);
  desNullKey(Number(value >> 32n), Number(value & 0xffffffffn), out);
  return ((BigInt(out[0]!) << 32n) | BigInt(out[1]!)).toString(16).padStart(16, '0');
}

// Vitess's vindex `hash`; the larger ones from TiDB's function VITESS_HASH.
test.each([
  [1n, '166b40b44aba4bd6'],
  [2n, '06e7ea22ce92708f'],
  [3n, '4eb190c9a2fa169c'],
  [4n, 'd2fd8867d50d2dfe'],
  [5n, '70bb023c810ca87a'],
  [6n, 'f098480ac4c4be71'],
  [116n, '1e1788ff0fde093c'],
  [1123n, '031b565d41bdf8ca'],
  [30_375_298_039n, '031265661e5f1133'],
  [30_573_721_600n, '1efd6439f2050ffd'],
  [0xffffffffffffffffn, '355550b2150e2451'],
])('the block %i gives %s', (value, expected) => {
  expect(encrypt(value)).toBe(expected);
});

test('any block is what OpenSSL makes of it', () => {
  // Triple DES with three equal keys is DES.
  const cipher = createCipheriv('des-ede3-ecb', Buffer.alloc(24), null).setAutoPadding(false);
  const block = Buffer.alloc(8);
  for (let i = 0; i < 2000; i++) {
    const value = (BigInt(randomWord(3, i, 0)) << 32n) | BigInt(randomWord(3, i, 1));
    block.writeBigUInt64BE(value);
    expect(encrypt(value)).toBe(cipher.update(block).toString('hex'));
  }
});
