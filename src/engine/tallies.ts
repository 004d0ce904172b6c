import { lcm } from '../lib/integers.ts';
import { greatestModulus } from '../topology/boundOrder.ts';
import type { HashBound } from '../topology/layout.ts';

/**
 * What one histogram counts. Every key falls into one bin:
 * - `residues`: its row hash mod `modulus`, a multiple of every modulus of the old layout and of all `targets`, so that
 *   one count answers all of them
 * - `pairs`: old partition x new partition of one target, where that table is smaller than the common multiple
 */
export type Tally =
  | { readonly kind: 'residues'; readonly modulus: number; readonly targets: readonly number[] }
  | { readonly kind: 'pairs'; readonly target: number; readonly bins: number };

export interface TallyLimits {
  /** Greatest common modulus for which targets share a histogram: 2^18 bins are 1 MB, about a core's own cache. */
  readonly shared: number;
  /** Most bins that the histograms of one pass over the keys may have together: 2^25 bins are 128 MB. */
  readonly pass: number;
}

export const DEFAULT_LIMITS: TallyLimits = { shared: 2 ** 18, pass: 2 ** 25 };

/** Bins of the tally's histogram. */
export function binsOf(tally: Tally): number {
  return tally.kind === 'residues' ? tally.modulus : tally.bins;
}

/**
 * Tallies for one change of layout to each of `to`, in as few passes over the keys as the limits allow: usually one.
 * Layouts of up to 4096 partitions need at most 4097 * 4097 bins each, whatever their moduli.
 *
 * Example: 8 -> 9, 10, 12, 16 is one pass with residues mod 720.
 */
export function planTallies(
  from: readonly HashBound[],
  to: readonly (readonly HashBound[])[],
  limits: TallyLimits = DEFAULT_LIMITS,
): Tally[][] {
  const tallies: Tally[] = [];
  to.forEach((layout, target) => {
    const modulus = lcm(greatestModulus(from), greatestModulus(layout));
    const cells = cellCount(from, layout);
    if (modulus > limits.shared && cells < modulus) tallies.push({ kind: 'pairs', target, bins: cells });
    else addResidues(tallies, modulus, target, limits.shared);
  });
  return packPasses(tallies, limits.pass);
}

/** Entries of the table old partition x new partition, each with one more for rows that no partition takes. */
export function cellCount(from: readonly HashBound[], to: readonly HashBound[]): number {
  return (from.length + 1) * (to.length + 1);
}

/** Joins the first histogram that stays small with this modulus, or that it divides; else begins another. */
function addResidues(tallies: Tally[], modulus: number, target: number, shared: number): void {
  for (const [index, tally] of tallies.entries()) {
    if (tally.kind !== 'residues') continue;
    const joint = lcm(tally.modulus, modulus);
    if (joint > shared && joint !== tally.modulus) continue;
    tallies[index] = { kind: 'residues', modulus: joint, targets: [...tally.targets, target] };
    return;
  }
  tallies.push({ kind: 'residues', modulus, targets: [target] });
}

function packPasses(tallies: readonly Tally[], limit: number): Tally[][] {
  const passes: Tally[][] = [];
  let room = 0;
  for (const tally of tallies) {
    const bins = binsOf(tally);
    if (passes.length === 0 || bins > room) {
      passes.push([]);
      room = limit;
    }
    passes.at(-1)!.push(tally);
    room -= bins;
  }
  return passes;
}
