/**
 * x^-s in the basic operations alone. Math.pow may differ in its last bit from engine to engine, and a scenario's keys
 * must be the same in every browser; + - * / are exact by IEEE 754 everywhere. Relative error below 1e-14.
 */

const { LN2, SQRT2 } = Math;

/** Natural logarithm of x >= 1: x = m * 2^e with m in [1/sqrt 2, sqrt 2), then ln m = 2 artanh((m - 1) / (m + 1)). */
function naturalLog(x: number): number {
  let mantissa = x;
  let exponent = 0;
  while (mantissa >= SQRT2) {
    mantissa *= 0.5;
    exponent++;
  }
  const t = (mantissa - 1) / (mantissa + 1);
  const square = t * t;
  let sum = 0;
  for (let n = 23; n >= 1; n -= 2) sum = sum * square + 1 / n;
  return exponent * LN2 + 2 * t * sum;
}

/** e^-y for 0 <= y <= 700: y = n ln 2 + r with |r| <= ln 2 / 2, then e^-r as a Taylor polynomial. */
function negativeExp(y: number): number {
  const halvings = Math.round(y / LN2);
  const r = y - halvings * LN2;
  let sum = 1;
  for (let n = 16; n >= 1; n--) sum = 1 - (r / n) * sum;
  for (let n = 0; n < halvings; n++) sum *= 0.5;
  return sum;
}

/** x^-s for x >= 1 and s >= 0 with s * ln x <= 700. */
export function inversePower(x: number, s: number): number {
  return negativeExp(s * naturalLog(x));
}
