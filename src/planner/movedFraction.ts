import { lcm } from '../lib/integers.ts';

/**
 * The share of rows that changes partition from modulus n to modulus m when hashes are even: the remainders agree for
 * min(n, m) of lcm(n, m) residues. 8 -> 12: 1 - 8/24 = 2/3; 4 -> 8: 1/2. Zero when n = m.
 */
export function movedFractionTheory(n: number, m: number): number {
  return 1 - Math.min(n, m) / lcm(n, m);
}
