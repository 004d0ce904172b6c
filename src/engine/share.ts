import type { ChangeCounts } from '../planner/plan.ts';
import type { HashBound } from '../topology/layout.ts';
import { changeFromPairs, changeFromResidues } from './changeCounts.ts';
import { createCounter, type KernelName } from './counter.ts';
import type { Kernel } from './kernel.ts';
import type { CountPart } from './protocol.ts';
import { binsOf, type Tally } from './tallies.ts';

/** One worker's part of a pass: what it has counted itself, and what it was given by others. */
export interface Share {
  readonly kernel: KernelName;
  /** Counts rows first .. first + rows - 1 (0-based) in pieces of a few milliseconds; yields the rows of each. */
  count(first: number, rows: number): Generator<number, void>;
  /** Adds what another share had counted; the arrays are kept, not copied, where that is possible. */
  add(totals: readonly Float64Array[]): void;
  /** Hands over all that was counted and added, one array a tally, one entry a bin. The share begins again at 0. */
  take(): readonly Float64Array[];
}

/** A counter's bins have 32 bits. */
const MAX_UNDRAINED = 2 ** 31;

export function createShare({ keys, from, to, tallies }: CountPart, kernel: Kernel | null): Share {
  const counter = createCounter(keys, from, to, tallies, kernel);
  let totals: readonly Float64Array[] | null = null;
  let undrained = 0;

  function drain(): readonly Float64Array[] {
    totals ??= tallies.map((tally) => new Float64Array(binsOf(tally)));
    counter.drain(totals);
    undrained = 0;
    return totals;
  }

  return {
    kernel: counter.kernel,
    *count(first, rows) {
      for (let done = 0; done < rows; ) {
        const piece = Math.min(counter.pieceRows, rows - done);
        if (undrained + piece > MAX_UNDRAINED) drain();
        counter.count(first + done, piece);
        undrained += piece;
        done += piece;
        yield piece;
      }
    },
    add(others) {
      if (totals === null) totals = others;
      else for (const [tally, own] of totals.entries()) addBins(own, others[tally]!);
    },
    take() {
      const all = drain();
      totals = null;
      return all;
    },
  };
}

function addBins(own: Float64Array, others: Float64Array): void {
  for (let bin = 0; bin < own.length; bin++) own[bin]! += others[bin]!;
}

/** Reads from the totals of a pass what each of its targets means; yields target by target. */
export function* readTallies(
  { from, to }: { readonly from: readonly HashBound[]; readonly to: readonly (readonly HashBound[])[] },
  tallies: readonly Tally[],
  totals: readonly Float64Array[],
): Generator<readonly [target: number, change: ChangeCounts]> {
  for (const [index, tally] of tallies.entries()) {
    const counts = totals[index]!;
    if (tally.kind === 'pairs') {
      yield [tally.target, changeFromPairs(counts, from, to[tally.target]!)];
      continue;
    }
    for (const target of tally.targets) yield [target, changeFromResidues(counts, from, to[target]!)];
  }
}
