import { type HashScratch, rowHashBlock } from '../hash/blocks.ts';
import { countSerial } from '../hash/countSerial.ts';
import { countBlock, moduloBlock } from '../hash/modulo.ts';
import { BLOCK_ROWS, createKeyReader } from '../keys/keyBlocks.ts';
import type { KeySpec } from '../keys/keySpec.ts';
import type { HashBound } from '../topology/layout.ts';
import type { Counter, Kernel } from './kernel.ts';
import { positionsOf } from './positions.ts';
import { binsOf, type Tally } from './tallies.ts';

/** Which code counted: SIMD WebAssembly, or the loops in TypeScript. */
export type KernelName = Kernel['name'] | 'typescript';

/** A counter that says whose it is. */
export interface NamedCounter extends Counter {
  readonly kernel: KernelName;
}

/** Types whose serial keys hash as the same number in a bigint, so that hash and count are one loop. */
const FUSED_TYPES: readonly string[] = ['int2', 'int4', 'int8', 'oid', 'date'];

/** countSerial works in aligned blocks; pieces of a million keys leave it few ragged ends. A few milliseconds. */
const FUSED_PIECE = 2 ** 20;

/** The kernel's counter; the one in TypeScript where there is no kernel, or it leaves these keys or tallies to it. */
export function createCounter(
  keys: KeySpec,
  from: readonly HashBound[],
  to: readonly (readonly HashBound[])[],
  tallies: readonly Tally[],
  kernel: Kernel | null = null,
): NamedCounter {
  const fast = kernel?.createCounter(keys, from, to, tallies) ?? null;
  const counter = fast ?? createReferenceCounter(keys, from, to, tallies);
  return {
    kernel: fast === null || kernel === null ? 'typescript' : kernel.name,
    pieceRows: counter.pieceRows,
    count: (firstRow, count) => counter.count(firstRow, count),
    drain: (totals) => counter.drain(totals),
  };
}

function createReferenceCounter(
  keys: KeySpec,
  from: readonly HashBound[],
  to: readonly (readonly HashBound[])[],
  tallies: readonly Tally[],
): Counter {
  const histograms = tallies.map((tally) => new Uint32Array(binsOf(tally)));
  const drain: Counter['drain'] = (totals) => {
    for (const [tally, bins] of histograms.entries()) drainBins(bins, totals[tally]!);
  };
  const column = keys.columns[0]!;
  const isFused = keys.columns.length === 1 && FUSED_TYPES.includes(column.type);
  if (isFused && column.source.kind === 'serial' && tallies.every((tally) => tally.kind === 'residues')) {
    const { start, stride } = column.source;
    return {
      pieceRows: FUSED_PIECE,
      count(firstRow, count) {
        for (const histogram of histograms) {
          countSerial(start + firstRow * stride, stride, count, histogram.length, histogram);
        }
      },
      drain,
    };
  }
  return { pieceRows: BLOCK_ROWS, count: createBlockCount(keys, from, to, tallies, histograms), drain };
}

function drainBins(bins: Uint32Array, totals: Float64Array): void {
  for (let bin = 0; bin < bins.length; bin++) totals[bin]! += bins[bin]!;
  bins.fill(0);
}

/** Hashes a block of keys once and gives it to every tally. */
function createBlockCount(
  keys: KeySpec,
  from: readonly HashBound[],
  to: readonly (readonly HashBound[])[],
  tallies: readonly Tally[],
  histograms: readonly Uint32Array[],
): Counter['count'] {
  const reader = createKeyReader(keys);
  const hash = createHashes(BLOCK_ROWS);
  const scratch = createHashes(BLOCK_ROWS);
  const tallyBlocks = tallies.map((tally, index) => {
    const histogram = histograms[index]!;
    if (tally.kind === 'pairs') return pairCounter(from, to[tally.target]!, hash, histogram);
    return (count: number) => countBlock(hash.hi, hash.lo, count, tally.modulus, histogram);
  });
  return (firstRow, count) => {
    for (let done = 0; done < count; done += BLOCK_ROWS) {
      const size = Math.min(BLOCK_ROWS, count - done);
      reader.read(firstRow + done, size);
      rowHashBlock(reader.columns, size, hash.hi, hash.lo, scratch);
      for (const tallyBlock of tallyBlocks) tallyBlock(size);
    }
  };
}

/** Routes each hash by both layouts and counts the pair of positions. */
function pairCounter(
  from: readonly HashBound[],
  to: readonly HashBound[],
  hash: HashScratch,
  histogram: Uint32Array,
): (count: number) => void {
  const fromPositions = positionsOf(from);
  const toPositions = positionsOf(to);
  const width = to.length + 1;
  const fromSlots = new Uint32Array(BLOCK_ROWS);
  const toSlots = new Uint32Array(BLOCK_ROWS);
  return (count) => {
    moduloBlock(hash.hi, hash.lo, count, fromPositions.length, fromSlots);
    moduloBlock(hash.hi, hash.lo, count, toPositions.length, toSlots);
    for (let i = 0; i < count; i++) {
      histogram[fromPositions[fromSlots[i]!]! * width + toPositions[toSlots[i]!]!]! += 1;
    }
  };
}

/** Space for the row hashes of a block. */
export function createHashes(rows: number): HashScratch {
  return { hi: new Uint32Array(rows), lo: new Uint32Array(rows) };
}
