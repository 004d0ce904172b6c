/** Binary digits of the quotient that refine a key's place below the last radix. */
const FINE = 1048576;

function reverseBits(x: number): number {
  let v = x;
  v = ((v >>> 1) & 0x55555555) | ((v & 0x55555555) << 1);
  v = ((v >>> 2) & 0x33333333) | ((v & 0x33333333) << 2);
  v = ((v >>> 4) & 0x0f0f0f0f) | ((v & 0x0f0f0f0f) << 4);
  v = ((v >>> 8) & 0x00ff00ff) | ((v & 0x00ff00ff) << 8);
  return ((v >>> 16) | (v << 16)) >>> 0;
}

/**
 * Place of a row hash on the strip, in (0, 1): the reversed digits of hash mod (product of the radices), then the
 * lowest bits of the quotient, lowest first. So the place lies inside the box of every modulus of the chain, and the
 * chain of powers of two continues of itself: a key stays where it is when 8 -> 16 is followed by 16 -> 32.
 *
 * The unsigned 64-bit hash comes as two unsigned words. It is divided in 16-bit pieces: every intermediate value is
 * below 2^48, so the double arithmetic is exact. The half added to the fine digits keeps keys off the boxes' edges.
 */
export function keyPosition(hi: number, lo: number, radices: readonly number[]): number {
  let product = 1;
  for (let i = 0; i < radices.length; i++) product *= radices[i]!;
  let n = hi;
  let q = Math.floor(n / product);
  n = (n - q * product) * 65536 + (lo >>> 16);
  q = Math.floor(n / product);
  let bits = q << 16;
  n = (n - q * product) * 65536 + (lo & 0xffff);
  q = Math.floor(n / product);
  bits |= q;
  let rest = (n - q * product) >>> 0;
  let reversed = 0;
  for (let i = 0; i < radices.length; i++) {
    const radix = radices[i]!;
    const quotient = (rest / radix) >>> 0;
    reversed = reversed * radix + (rest - quotient * radix);
    rest = quotient;
  }
  return (reversed + ((reverseBits(bits) >>> 12) + 0.5) / FINE) / product;
}
