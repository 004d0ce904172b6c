import type { Counter, Kernel } from '../../../../src/engine/kernel.ts';
import { positionsOf } from '../../../../src/engine/positions.ts';
import { loadSimd } from '../../../../src/engine/simd/loadSimd.ts';
import { binsOf, type Tally } from '../../../../src/engine/tallies.ts';
import { rowHashBlock } from '../../../../src/hash/blocks.ts';
import { modulo64 } from '../../../../src/hash/modulo.ts';
import { createKeyReader } from '../../../../src/keys/keyBlocks.ts';
import type { KeyColumnSpec, KeySpec } from '../../../../src/keys/keySpec.ts';
import type { HashBound } from '../../../../src/topology/layout.ts';

/** The kernel as the worker gets it; throws the reason when there is none. */
export async function simdKernel(): Promise<Kernel> {
  const { kernel, reason } = await loadSimd();
  if (kernel === null) throw new Error(reason ?? 'no reason');
  return kernel;
}

export function keysOf(columns: readonly KeyColumnSpec[], rows = 1_000_000, seed = 7): KeySpec {
  return { columns, rows, seed };
}

export function residues(modulus: number): Tally {
  return { kind: 'residues', modulus, targets: [0] };
}

type Layouts = readonly (readonly HashBound[])[];

/** A counter that the kernel must not refuse. */
export function counterOf(
  kernel: Kernel,
  keys: KeySpec,
  tallies: readonly Tally[],
  from: readonly HashBound[] = [],
  to: Layouts = [],
): Counter {
  const counter = kernel.createCounter(keys, from, to, tallies);
  if (counter === null) throw new Error(`the kernel refuses ${JSON.stringify(keys)}`);
  return counter;
}

/** Drains into fresh totals. */
export function drained(counter: Counter, tallies: readonly Tally[]): Float64Array[] {
  const totals = tallies.map((tally) => new Float64Array(binsOf(tally)));
  counter.drain(totals);
  return totals;
}

const BLOCK = 8192;

/**
 * The same counts by the shortest way through the reference: hash every row, take every remainder. Serial keys are made
 * from their rows too, without the loops that count them unstored.
 */
export function expectedCounts(
  keys: KeySpec,
  tallies: readonly Tally[],
  ranges: readonly (readonly [firstRow: number, count: number])[],
  from: readonly HashBound[] = [],
  to: Layouts = [],
): Float64Array[] {
  const reader = createKeyReader(keys, BLOCK);
  const [hi, lo] = [new Uint32Array(BLOCK), new Uint32Array(BLOCK)];
  const scratch = { hi: new Uint32Array(BLOCK), lo: new Uint32Array(BLOCK) };
  const totals = tallies.map((tally) => new Float64Array(binsOf(tally)));
  const binOf = tallies.map((tally) => binFunction(tally, from, to));
  for (const [firstRow, count] of ranges) {
    for (let done = 0; done < count; done += BLOCK) {
      const size = Math.min(BLOCK, count - done);
      reader.read(firstRow + done, size);
      rowHashBlock(reader.columns, size, hi, lo, scratch);
      for (const [index, bin] of binOf.entries()) {
        const total = totals[index]!;
        for (let i = 0; i < size; i++) total[bin(hi[i]!, lo[i]!)]! += 1;
      }
    }
  }
  return totals;
}

function binFunction(tally: Tally, from: readonly HashBound[], to: Layouts): (hi: number, lo: number) => number {
  if (tally.kind === 'residues') return (hi, lo) => modulo64(hi, lo, tally.modulus);
  const oldPositions = positionsOf(from);
  const newPositions = positionsOf(to[tally.target]!);
  const width = to[tally.target]!.length + 1;
  return (hi, lo) =>
    oldPositions[modulo64(hi, lo, oldPositions.length)]! * width + newPositions[modulo64(hi, lo, newPositions.length)]!;
}

/** Null, or the first count that differs; arrays of millions are too long for a matcher. */
export function firstDifference(counted: readonly Float64Array[], expected: readonly Float64Array[]): string | null {
  for (const [index, counts] of expected.entries()) {
    const bin = counts.findIndex((rows, k) => rows !== counted[index]![k]);
    if (bin >= 0) return `tally ${index}, bin ${bin}: ${counted[index]![bin]} rows, expected ${counts[bin]}`;
  }
  return null;
}
