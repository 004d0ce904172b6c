import { getKeyType } from '../../hash/getKeyType.ts';
import { WORD_A } from '../../hash/wordBlock.ts';
import type { KeySpec } from '../../keys/keySpec.ts';
import type { Counter } from '../kernel.ts';
import type { Tally } from '../tallies.ts';
import { createRunCounter } from './runCounter.ts';
import type { SimdExports } from './simdExports.ts';
import type { SimdMemory } from './simdMemory.ts';
import type { TallyCounter } from './tallyCounter.ts';
import { forWordIntervals } from './wordIntervals.ts';

/** V8 swaps optimised code in between calls only, so the fused kernels are called for a million keys at a time. */
const RUNS_A_CALL = 256;

/**
 * Counts a single column of consecutive integers, up or down, for one tally of residues: whole runs of words by the fused
 * kernels, what is left at their ends as stored hashes. Null for anything else.
 */
export function createSerialCounter(
  wasm: SimdExports,
  memory: SimdMemory,
  keys: KeySpec,
  tallies: readonly Tally[],
  [remaining]: readonly TallyCounter[],
): Pick<Counter, 'count' | 'drain'> | null {
  const [tally, ...others] = tallies;
  const series = consecutiveKeys(keys);
  if (series === null || remaining === undefined || tally?.kind !== 'residues' || others.length > 0) return null;
  const runs = createRunCounter(wasm, memory, tally.modulus);
  if (runs === null) return null;
  const { start, stride } = series;
  const { ROW_HI, ROW_LO, BLOCK, RUN } = wasm;

  function countSingly(word: number, count: number): void {
    for (let done = 0; done < count; done += BLOCK.value) {
      const rows = Math.min(BLOCK.value, count - done);
      wasm.hashSeries(BigInt(word + done), 1n, rows, ROW_HI.value, ROW_LO.value);
      remaining!.count(rows);
    }
  }

  function countWords(word: number, count: number): void {
    const head = Math.min(count, -(WORD_A + word) & (RUN.value - 1));
    const whole = Math.floor((count - head) / RUN.value);
    countSingly(word, head);
    for (let done = 0; done < whole; done += RUNS_A_CALL) {
      runs!.countRuns((word + head + done * RUN.value) | 0, Math.min(RUNS_A_CALL, whole - done));
    }
    const end = head + whole * RUN.value;
    countSingly(word + end, count - end);
  }

  return {
    count(firstRow, count) {
      // A descending series has the same keys as an ascending one.
      const first = stride > 0 ? start + firstRow : start - firstRow - count + 1;
      forWordIntervals(first, count, countWords);
    },
    drain([totals]) {
      runs.drain(totals!);
      remaining.drain(totals!);
    },
  };
}

function consecutiveKeys(keys: KeySpec): { readonly start: number; readonly stride: number } | null {
  const [column, ...others] = keys.columns;
  if (column === undefined || others.length > 0 || column.source.kind !== 'serial') return null;
  const { storage, hash } = getKeyType(column.type, column.operatorClass);
  if (Math.abs(column.source.stride) !== 1 || storage === 'bytes' || hash !== undefined) return null;
  return column.source;
}
