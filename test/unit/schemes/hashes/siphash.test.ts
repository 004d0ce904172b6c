import { expect, test } from 'vitest';
import { sipHash24 } from '../../../../src/schemes/hashes/siphash.ts';

function hex(out: Uint32Array): string {
  return [...out].map((word) => word.toString(16).padStart(8, '0')).join('');
}

/** SipHash-2-4 as its paper writes it, on BigInts. */
function reference(bytes: readonly number[], k0: bigint, k1: bigint): string {
  const mask = (1n << 64n) - 1n;
  const turn = (x: bigint, by: bigint) => ((x << by) | (x >> (64n - by))) & mask;
  let [a, b, c, d] = [
    k0 ^ 0x736f6d6570736575n,
    k1 ^ 0x646f72616e646f6dn,
    k0 ^ 0x6c7967656e657261n,
    k1 ^ 0x7465646279746573n,
  ];
  const round = () => {
    a = (a + b) & mask;
    b = turn(b, 13n) ^ a;
    a = turn(a, 32n);
    c = (c + d) & mask;
    d = turn(d, 16n) ^ c;
    a = (a + d) & mask;
    d = turn(d, 21n) ^ a;
    c = (c + b) & mask;
    b = turn(b, 17n) ^ c;
    c = turn(c, 32n);
  };
  const padded = [...bytes, ...Array.from({ length: 7 - (bytes.length % 8) }, () => 0), bytes.length & 255];
  for (let i = 0; i < padded.length; i += 8) {
    const word = padded.slice(i, i + 8).reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
    d ^= word;
    round();
    round();
    a ^= word;
  }
  c ^= 0xffn;
  for (let i = 0; i < 4; i++) round();
  return (a ^ b ^ c ^ d).toString(16).padStart(16, '0');
}

test("gives the example of the paper's appendix", () => {
  const out = new Uint32Array(2);
  const message = Uint8Array.from({ length: 15 }, (_, i) => i);
  sipHash24(message, 0, 15, 0x07060504, 0x03020100, 0x0f0e0d0c, 0x0b0a0908, out);
  expect(hex(out)).toBe('a129ca6149be45e5');
});

test('agrees with the definition for every length up to 300 and any key', () => {
  const out = new Uint32Array(2);
  const data = Uint8Array.from({ length: 310 }, (_, i) => (i * 151 + 77) & 255);
  for (let length = 0; length <= 300; length++) {
    const start = length % 9;
    const [k0hi, k0lo, k1hi, k1lo] = [length * 0x9e3779b1, ~length, length << 27, 0xdeadbeef].map((x) => x >>> 0);
    sipHash24(data, start, start + length, k0hi!, k0lo!, k1hi!, k1lo!, out);
    const [k0, k1] = [(BigInt(k0hi!) << 32n) | BigInt(k0lo!), (BigInt(k1hi!) << 32n) | BigInt(k1lo!)];
    expect(hex(out)).toBe(reference([...data.subarray(start, start + length)], k0, k1));
  }
});
