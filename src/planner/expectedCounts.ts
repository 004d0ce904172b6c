import { lcm } from '../lib/integers.ts';
import { greatestModulus } from '../topology/boundOrder.ts';
import { coveredFraction } from '../topology/coverage.ts';
import type { HashBound, Layout } from '../topology/layout.ts';
import { overlapLister } from './components.ts';
import type { ChangeCounts, Flow } from './plan.ts';

/**
 * The residues modulo the least common multiple of all moduli: the smallest division of the hash space in which every
 * overlap is whole. A bound has whole / modulus of them, two bounds that overlap share whole / lcm(moduli), and even
 * hashes put equally many rows into each. An integer up to 2^32 for the moduli of the app.
 */
export function wholeOf(from: Layout, to: Layout): number {
  return lcm(greatestModulus(from), greatestModulus(to));
}

/**
 * The counts of a change before any key is counted, as if there were one row of each residue: divide by `total` for
 * shares. Whatever reads exact counts can read these.
 * @param most flows beyond which none are listed
 */
export function expectedCounts(from: Layout, to: Layout, most = 100_000): ChangeCounts {
  const whole = wholeOf(from, to);
  const rowsOf = ({ modulus }: HashBound): number => whole / modulus;
  const heirs = new Map(from.map((old) => [old.remainder, old]));
  return {
    total: whole,
    from: from.map(rowsOf),
    to: to.map(rowsOf),
    fromMissing: Math.round(whole * (1 - coveredFraction(from))),
    toMissing: Math.round(whole * (1 - coveredFraction(to))),
    stay: to.map((added) => {
      const heir = heirs.get(added.remainder);
      return heir === undefined ? 0 : whole / lcm(heir.modulus, added.modulus);
    }),
    flows: expectedFlows(from, to, whole, most),
  };
}

function expectedFlows(from: Layout, to: Layout, whole: number, most: number): Flow[] | null {
  const newsOf = overlapLister(to);
  const positions = new Map(to.map((added, position) => [added, position]));
  const flows: Flow[] = [];
  for (const [old, bound] of from.entries()) {
    const news = newsOf(bound);
    if (flows.length + news.length > most) return null;
    const cells = news.map((added) => ({
      from: old,
      to: positions.get(added)!,
      rows: whole / lcm(bound.modulus, added.modulus),
    }));
    flows.push(...cells.sort((a, b) => a.to - b.to));
  }
  return flows;
}
