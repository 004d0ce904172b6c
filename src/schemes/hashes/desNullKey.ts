/**
 * DES of one 64-bit block under the key of 64 zero bits, for Vitess's `hash` vindex. All round keys are then zero, so that a
 * round is L, R = R, L ^ P(S(E(R))). FIPS 46-3 has the tables; bits are numbered there from 1, the highest.
 *
 * Example: the block 1 gives 166b40b44aba4bd6.
 */
export function desNullKey(hi: number, lo: number, out: Uint32Array): void {
  let left = hi;
  let right = lo;
  let swap = ((left >>> 4) ^ right) & 0x0f0f0f0f;
  right ^= swap;
  left ^= swap << 4;
  swap = ((left >>> 16) ^ right) & 0x0000ffff;
  right ^= swap;
  left ^= swap << 16;
  swap = ((right >>> 2) ^ left) & 0x33333333;
  left ^= swap;
  right ^= swap << 2;
  swap = ((right >>> 8) ^ left) & 0x00ff00ff;
  left ^= swap;
  right ^= swap << 8;
  swap = ((left >>> 1) ^ right) & 0x55555555;
  right ^= swap;
  left ^= swap << 1;
  for (let round = 0; round < 16; round++) {
    const next = left ^ substitute(right);
    left = right;
    right = next;
  }
  writeBlock(right, left, out);
}

/** The final permutation: the swaps of the initial one backwards. Each exchanges bits of one word for bits of the other. */
function writeBlock(first: number, second: number, out: Uint32Array): void {
  let left = first;
  let right = second;
  let swap = ((left >>> 1) ^ right) & 0x55555555;
  right ^= swap;
  left ^= swap << 1;
  swap = ((right >>> 8) ^ left) & 0x00ff00ff;
  left ^= swap;
  right ^= swap << 8;
  swap = ((right >>> 2) ^ left) & 0x33333333;
  left ^= swap;
  right ^= swap << 2;
  swap = ((left >>> 16) ^ right) & 0x0000ffff;
  right ^= swap;
  left ^= swap << 16;
  swap = ((left >>> 4) ^ right) & 0x0f0f0f0f;
  right ^= swap;
  left ^= swap << 4;
  out[0] = left;
  out[1] = right;
}

/** P(S(E(right))): box i reads six bits, of which the first and last belong to its neighbours' four as well. */
function substitute(right: number): number {
  const turned = (right << 31) | (right >>> 1);
  return (
    BOXES[turned >>> 26]! ^
    BOXES[64 + ((turned >>> 22) & 63)]! ^
    BOXES[128 + ((turned >>> 18) & 63)]! ^
    BOXES[192 + ((turned >>> 14) & 63)]! ^
    BOXES[256 + ((turned >>> 10) & 63)]! ^
    BOXES[320 + ((turned >>> 6) & 63)]! ^
    BOXES[384 + ((turned >>> 2) & 63)]! ^
    BOXES[448 + (((right << 1) | (right >>> 31)) & 63)]!
  );
}

/** The eight S boxes, four rows of sixteen digits each. */
const S = [
  'e4d12fb83a6c59070f74e2d1a6cb953841e8d62bfc973a50fc8249175b3ea06d',
  'f18e6b34972dc05a3d47f28ec01a69b50e7ba4d158c6932fd8a13f42b67c05e9',
  'a09e63f51dc7b428d709346a285ecbf1d6498f30b12c5ae71ad069874fe3b52c',
  '7de3069a1285bc4fd8b56f03472c1ae9a690cb7df13e52843f06a1d8945bc72e',
  '2c417ab6853fd0e9eb2c47d150fa3986421bad78f9c5630eb8c71e2d6f09a453',
  'c1af92680d34e75baf427c9561de0b389ef528c3704a1db6432c95fabe17608d',
  '4b2ef08d3c975a61d0b7491ae35c2f8614bdc37eaf6805926bd814a7950fe23c',
  'd2846fb1a93e50c71fd8a374c56b0e927b419ce206adf35821e74a8dfc90356b',
] as const;

/** Bit of the boxes' joint output that becomes bit 1, 2, 3 ... of the round's. */
const P = [
  16, 7, 20, 21, 29, 12, 28, 17, 1, 15, 23, 26, 5, 18, 31, 10, 2, 8, 24, 14, 32, 27, 3, 9, 19, 13, 30, 6, 22, 11, 4, 25,
];

/** Entry 64 * box + six bits: what the box adds to the round's output. */
const BOXES = Int32Array.from({ length: 512 }, (_, entry) => {
  const box = entry >>> 6;
  const row = ((entry >>> 4) & 2) | (entry & 1);
  const column = (entry >>> 1) & 15;
  const joint = Number.parseInt(S[box]![16 * row + column]!, 16) << (28 - 4 * box);
  return P.reduce((word, from, i) => word | (((joint >>> (32 - from)) & 1) << (31 - i)), 0);
});
