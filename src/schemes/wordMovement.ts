import { gcd } from '../lib/integers.ts';
import { placesAfter } from './memberIds.ts';
import type { MemberChange } from './nodes.ts';

/**
 * The share of all 2^32 hash values whose member changes when member number x mod N becomes number x mod M. Close to
 * 1 - gcd / max where members keep their numbers.
 * @param valuesOf hash values whose x has a residue modulo a multiple of N and M; over all residues they are 2^32
 */
export function wordMovement(change: MemberChange, valuesOf: (residue: number, multiple: number) => number): number {
  const before = change.before.length;
  const after = change.after.length;
  const common = gcd(before, after);
  const multiple = (before / common) * after;
  let stay = 0;
  placesAfter(change).forEach((place, index) => {
    // One residue is congruent to both numbers, if they agree modulo the gcd; else none.
    if (place < 0 || (place - index) % common !== 0) return;
    let residue = index;
    while (residue % after !== place) residue += before;
    stay += valuesOf(residue, multiple);
  });
  return 1 - stay / 4_294_967_296;
}
