import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hashByteStrings } from '../../../src/hash/bytesBlock.ts';
import { hashBytesExtended, hashWordExtended } from '../../../src/hash/lookup3.ts';
import { SEED_HI, SEED_LO } from '../../../src/hash/partitionHash.ts';

function hashBytes(data: Uint8Array, start: number, end: number, seedHi: number, seedLo: number): bigint {
  const out = new Uint32Array(2);
  hashBytesExtended(data, start, end, seedHi, seedLo, out);
  return (BigInt(out[0]!) << 32n) | BigInt(out[1]!);
}

const word = fc.integer({ min: 0, max: 0xffffffff });

describe('lookup3', () => {
  test('gives in its low word the 32-bit hash of the integers 1, 12 and 14 when the seed is 0', () => {
    const out = new Uint32Array(2);
    const low = [1, 12, 14].map((value) => {
      hashWordExtended(value, 0, 0, out);
      return out[1]! | 0;
    });
    expect(low).toEqual([-1905060026, 1938269380, -1018458207]);
  });

  test('hashes a word as its four bytes, lowest first', () => {
    fc.assert(
      fc.property(word, word, word, (value, seedHi, seedLo) => {
        const out = new Uint32Array(2);
        hashWordExtended(value, seedHi, seedLo, out);
        const bytes = Uint8Array.of(value, value >>> 8, value >>> 16, value >>> 24);
        expect((BigInt(out[0]!) << 32n) | BigInt(out[1]!)).toBe(hashBytes(bytes, 0, 4, seedHi, seedLo));
      }),
    );
  });

  test('hashes a part of an array as that part alone', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), fc.nat(60), fc.nat(60), (data, x, y) => {
        const [start, end] = [Math.min(x, y, data.length), Math.min(Math.max(x, y), data.length)];
        const part = data.slice(start, end);
        expect(hashBytes(data, start, end, 1, 2)).toBe(hashBytes(part, 0, part.length, 1, 2));
      }),
    );
  });

  test('hashes byte strings of every length in a block as one by one', () => {
    fc.assert(
      fc.property(
        fc.array(fc.uint8Array({ maxLength: 50 }), { minLength: 1, maxLength: 30 }),
        fc.nat(5),
        (strings, gap) => {
          // A block may begin anywhere in its data.
          const data = Uint8Array.from([...new Uint8Array(gap), ...strings.flatMap((bytes) => [...bytes])]);
          const offsets = new Uint32Array(strings.length + 1).fill(gap);
          for (const [i, bytes] of strings.entries()) offsets[i + 1] = offsets[i]! + bytes.length;
          const [hi, lo] = [new Uint32Array(strings.length), new Uint32Array(strings.length)];
          hashByteStrings(data, offsets, strings.length, hi, lo);
          for (const [i, bytes] of strings.entries()) {
            expect((BigInt(hi[i]!) << 32n) | BigInt(lo[i]!)).toBe(hashBytes(bytes, 0, bytes.length, SEED_HI, SEED_LO));
          }
        },
      ),
    );
  });
});
