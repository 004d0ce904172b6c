/** The harmonic number 1 + 1/2 + ... + 1/n, about ln n + 0.577; n: an integer from 0. */
export function harmonic(n: number): number {
  let sum = 0;
  // Small terms first: they would be lost beside a large sum.
  for (let i = n; i >= 1; i--) sum += 1 / i;
  return sum;
}
