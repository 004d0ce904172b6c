/** Greatest common divisor of two positive safe integers (Euclid). */
export function gcd(a: number, b: number): number {
  let x = a;
  let y = b;
  while (y !== 0) {
    const rest = x % y;
    x = y;
    y = rest;
  }
  return x;
}

/** Least common multiple; Infinity when it is not a safe integer. */
export function lcm(a: number, b: number): number {
  const product = (a / gcd(a, b)) * b;
  return Number.isSafeInteger(product) ? product : Number.POSITIVE_INFINITY;
}

/** Prime factors in ascending order with multiplicity; 1 has none. n: positive safe integer. */
export function primeFactors(n: number): number[] {
  const factors: number[] = [];
  let rest = n;
  for (let p = 2; p * p <= rest; p += p === 2 ? 1 : 2) {
    while (rest % p === 0) {
      factors.push(p);
      rest /= p;
    }
  }
  if (rest > 1) factors.push(rest);
  return factors;
}
