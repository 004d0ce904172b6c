import { isPowerOfTwo } from '../../hash/modulo.ts';
import { greatestModulus } from '../../topology/boundOrder.ts';
import type { HashBound } from '../../topology/layout.ts';
import { positionsOf } from '../positions.ts';
import { binsOf, type Tally } from '../tallies.ts';
import { planBins, planWords } from './binPlan.ts';
import type { SimdExports } from './simdExports.ts';
import type { SimdMemory } from './simdMemory.ts';

/** Counts the row hashes of a block for one tally. */
export interface TallyCounter {
  count(rows: number): void;
  /** Adds what was counted to `totals` and begins again at 0. */
  drain(totals: Float64Array): void;
}

/** From this modulus on the remainder takes a division; see remainder() in assembly/count.ts. */
const MAX_MULTIPLIED = 2 ** 30;

export function createTallyCounter(
  wasm: SimdExports,
  memory: SimdMemory,
  tally: Tally,
  from: readonly HashBound[],
  to: readonly (readonly HashBound[])[],
): TallyCounter {
  if (tally.kind === 'pairs') return createPairCounter(wasm, memory, from, to[tally.target]!);
  const { modulus } = tally;
  if (isPowerOfTwo(modulus)) {
    return createHistogram(memory, modulus, null, (base) => (rows) => wasm.countMask(rows, modulus - 1, base));
  }
  return createBinCounter(wasm, memory, modulus) ?? createExactCounter(wasm, memory, modulus);
}

function createBinCounter(wasm: SimdExports, memory: SimdMemory, modulus: number): TallyCounter | null {
  const plan = planBins(modulus);
  if (plan === null) return null;
  const planAt = memory.place(48);
  memory.words(planAt, 12).set(planWords(plan));
  const countBins = { 11: wasm.countBins11, 14: wasm.countBins14, 16: wasm.countBins16 }[plan.bits];
  return createHistogram(memory, 2 ** plan.bits, plan.remainders, (base) => (rows) => countBins(rows, planAt, base));
}

function createExactCounter(wasm: SimdExports, memory: SimdMemory, modulus: number): TallyCounter {
  const { m, high, low } = multipliers(modulus);
  return createHistogram(memory, modulus, null, (base) =>
    modulus < MAX_MULTIPLIED
      ? (rows) => wasm.countExact(rows, m, high, low, base)
      : (rows) => wasm.countDivided(rows, m, base),
  );
}

/** ceil(2^64 (2^32 mod m) / m) and ceil(2^64 / m), mod 2^64. */
function multipliers(modulus: number): { m: bigint; high: bigint; low: bigint } {
  const m = BigInt(modulus);
  const scaled = (x: bigint): bigint => BigInt.asIntN(64, ((x << 64n) + m - 1n) / m);
  return { m, high: scaled((1n << 32n) % m), low: scaled(1n) };
}

/** @param remainders the entry of the totals for each bin; null when they are the same */
function createHistogram(
  memory: SimdMemory,
  bins: number,
  remainders: Uint16Array | null,
  prepare: (base: number) => (rows: number) => void,
): TallyCounter {
  const base = memory.place(bins * 4);
  return {
    count: prepare(base),
    drain(totals) {
      const histogram = memory.words(base, bins);
      if (remainders === null) for (let k = 0; k < bins; k++) totals[k]! += histogram[k]!;
      else for (let k = 0; k < bins; k++) totals[remainders[k]!]! += histogram[k]!;
      histogram.fill(0);
    },
  };
}

/** Routes each hash by both layouts and counts the pair of positions. */
function createPairCounter(
  wasm: SimdExports,
  memory: SimdMemory,
  from: readonly HashBound[],
  to: readonly HashBound[],
): TallyCounter {
  const width = to.length + 1;
  const oldPositions = positionsOf(from);
  const newPositions = positionsOf(to);
  const oldRemainders = prepareRemainders(wasm, oldPositions.length, wasm.WORDS_HI.value);
  const newRemainders = prepareRemainders(wasm, newPositions.length, wasm.WORDS.value);
  const oldTable = memory.place(oldPositions.length * 4);
  const newTable = memory.place(newPositions.length * 4);
  memory.words(newTable, newPositions.length).set(newPositions.map((position) => position * 4));
  return createHistogram(memory, (from.length + 1) * width, null, (base) => {
    memory.words(oldTable, oldPositions.length).set(oldPositions.map((position) => base + position * width * 4));
    return (rows) => {
      oldRemainders(rows);
      newRemainders(rows);
      wasm.countPairs(rows, oldTable, newTable);
    };
  });
}

function prepareRemainders(wasm: SimdExports, modulus: number, out: number): (rows: number) => void {
  const { m, high, low } = multipliers(modulus);
  if (modulus < MAX_MULTIPLIED) return (rows) => wasm.remainders(rows, m, high, low, out);
  return (rows) => wasm.remaindersDivided(rows, m, out);
}

/** Bytes that a tally's histogram and tables take at most, to refuse what does not fit before anything is made. */
export function tallyBytes(tally: Tally, from: readonly HashBound[], to: readonly (readonly HashBound[])[]): number {
  const tables = tally.kind === 'pairs' ? greatestModulus(from) + greatestModulus(to[tally.target]!) : 2 ** 16;
  return (binsOf(tally) + tables) * 4;
}
