/**
 * MD5 (RFC 1321) of short texts, the hash of ketama's points and keys. Little-endian throughout: word 0 of the result is
 * made of the digest's bytes 0 to 3, so the empty text, d41d8cd9..., has word 0 = 0xd98c1dd4.
 */

/** Step i adds floor(2^32 |sin(i + 1)|), the angle in radians (RFC 1321, 3.4). */
const SINES = Int32Array.from({ length: 64 }, (_, i) => Math.floor(Math.abs(Math.sin(i + 1)) * 4294967296));

/** The chaining variables. One text is hashed at a time, so one set of them and one block are enough. */
const state = new Int32Array(4);
const block = new Int32Array(16);

/** MD5 of data[start .. end) as four little-endian words; less than 2^29 bytes. */
export function md5(data: Uint8Array, start: number, end: number, out: Uint32Array): void {
  state[0] = 0x67452301;
  state[1] = 0xefcdab89;
  state[2] = 0x98badcfe;
  state[3] = 0x10325476;
  let i = start;
  for (; end - i >= 64; i += 64) {
    readBlock(data, i, 64);
    mixBlock();
  }
  readBlock(data, i, end - i);
  const rest = end - i;
  block[rest >> 2]! |= 0x80 << ((rest & 3) * 8);
  // The length in bits takes the last two words; without room for them it has a block to itself.
  if (rest >= 56) {
    mixBlock();
    block.fill(0);
  }
  block[14] = (end - start) << 3;
  mixBlock();
  out.set(state);
}

/** Words of data[i .. i + length), zeros after them; length is 64 or less. */
function readBlock(data: Uint8Array, i: number, length: number): void {
  const words = length >> 2;
  for (let w = 0, k = i; w < words; w++, k += 4) {
    block[w] = data[k]! | (data[k + 1]! << 8) | (data[k + 2]! << 16) | (data[k + 3]! << 24);
  }
  for (let w = words; w < 16; w++) block[w] = 0;
  for (let k = words << 2; k < length; k++) block[words]! |= data[i + k]! << ((k & 3) * 8);
}

/** The four rounds of 16 steps, four steps at a time. */
function mixBlock(): void {
  let a = state[0]!;
  let b = state[1]!;
  let c = state[2]!;
  let d = state[3]!;
  for (let i = 0; i < 16; i += 4) {
    a = step(b, a + ((b & c) | (~b & d)) + block[i]! + SINES[i]!, 7);
    d = step(a, d + ((a & b) | (~a & c)) + block[i + 1]! + SINES[i + 1]!, 12);
    c = step(d, c + ((d & a) | (~d & b)) + block[i + 2]! + SINES[i + 2]!, 17);
    b = step(c, b + ((c & d) | (~c & a)) + block[i + 3]! + SINES[i + 3]!, 22);
  }
  for (let i = 16; i < 32; i += 4) {
    a = step(b, a + ((d & b) | (~d & c)) + block[(5 * i + 1) & 15]! + SINES[i]!, 5);
    d = step(a, d + ((c & a) | (~c & b)) + block[(5 * i + 6) & 15]! + SINES[i + 1]!, 9);
    c = step(d, c + ((b & d) | (~b & a)) + block[(5 * i + 11) & 15]! + SINES[i + 2]!, 14);
    b = step(c, b + ((a & c) | (~a & d)) + block[(5 * i) & 15]! + SINES[i + 3]!, 20);
  }
  for (let i = 32; i < 48; i += 4) {
    a = step(b, a + (b ^ c ^ d) + block[(3 * i + 5) & 15]! + SINES[i]!, 4);
    d = step(a, d + (a ^ b ^ c) + block[(3 * i + 8) & 15]! + SINES[i + 1]!, 11);
    c = step(d, c + (d ^ a ^ b) + block[(3 * i + 11) & 15]! + SINES[i + 2]!, 16);
    b = step(c, b + (c ^ d ^ a) + block[(3 * i + 14) & 15]! + SINES[i + 3]!, 23);
  }
  for (let i = 48; i < 64; i += 4) {
    a = step(b, a + (c ^ (b | ~d)) + block[(7 * i) & 15]! + SINES[i]!, 6);
    d = step(a, d + (b ^ (a | ~c)) + block[(7 * i + 7) & 15]! + SINES[i + 1]!, 10);
    c = step(d, c + (a ^ (d | ~b)) + block[(7 * i + 14) & 15]! + SINES[i + 2]!, 15);
    b = step(c, b + (d ^ (c | ~a)) + block[(7 * i + 21) & 15]! + SINES[i + 3]!, 21);
  }
  state[0]! += a;
  state[1]! += b;
  state[2]! += c;
  state[3]! += d;
}

/** b plus the sum rotated left, cut to 32 bits: without the cut the next step would compute in doubles. */
function step(b: number, sum: number, by: number): number {
  return (b + ((sum << by) | (sum >>> (32 - by)))) | 0;
}
