import { expect, test } from 'vitest';
import { murmur3 } from '../../../../src/schemes/hashes/murmur3.ts';

const encoder = new TextEncoder();

/** Values of smhasher's function, as its ports agree on them. */
test.each([
  ['', 0, 0],
  ['', 1, 0x514e28b7],
  ['', 0xffffffff, 0x81f16f39],
  ['a', 0x9747b28c, 0x7fa09ea6],
  ['aa', 0x9747b28c, 0x5d211726],
  ['aaa', 0x9747b28c, 0x283e0130],
  ['aaaa', 0x9747b28c, 0x5a97808a],
  ['Hello, world!', 0x9747b28c, 0x24884cba],
  ['The quick brown fox jumps over the lazy dog', 0x9747b28c, 0x2fa826cd],
])('the hash of "%s" with seed %d is %d', (text, seed, expected) => {
  const data = encoder.encode(`..${text}.`);
  expect(murmur3(data, 2, data.length - 1, seed)).toBe(expected);
});
