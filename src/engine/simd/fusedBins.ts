import { COMBINE_LO } from '../../hash/combine.ts';
import { isPowerOfTwo } from '../../hash/modulo.ts';
import { type BinPlan, planBins, planWords } from './binPlan.ts';
import type { SimdExports } from './simdExports.ts';
import type { SimdMemory } from './simdMemory.ts';

/** The bins at BINS, where the fused kernels count, for one modulus. */
export interface FusedBins<Bits> {
  /** log2 of the number of fraction bins; 0 for bins of low bits. */
  readonly bits: Bits;
  /** Where the plan of fraction bins lies, or the mask of low bits. */
  readonly plan: number;
  /** Adds what was counted to `totals` and begins again at 0. */
  drain(totals: Float64Array): void;
}

/** Largest power of two counted by its low bits here: as many bins as there is room for. */
export const MAX_MASKED = 65536;

/** The remainder of a hash with these low bits: the bins leave out the constant that the combine step adds. */
export function rowOfBin(bin: number, mask: number): number {
  return (bin + COMBINE_LO) & mask;
}

export function createMaskBins(wasm: SimdExports, memory: SimdMemory, modulus: number): FusedBins<0> {
  const mask = modulus - 1;
  return {
    bits: 0,
    plan: mask,
    drain(totals) {
      const bins = memory.words(wasm.BINS.value, modulus);
      for (let k = 0; k < modulus; k++) totals[rowOfBin(k, mask)]! += bins[k]!;
      bins.fill(0);
    },
  };
}

/** Null when there is no plan for the modulus. */
export function createFractionBins(
  wasm: SimdExports,
  memory: SimdMemory,
  modulus: number,
): FusedBins<BinPlan['bits']> | null {
  const plan = planBins(modulus);
  if (plan === null) return null;
  const { bits, remainders } = plan;
  const planAt = memory.place(48);
  memory.words(planAt, 12).set(planWords(plan));
  return {
    bits,
    plan: planAt,
    drain(totals) {
      const bins = memory.words(wasm.BINS.value, remainders.length);
      for (let k = 0; k < remainders.length; k++) totals[remainders[k]!]! += bins[k]!;
      bins.fill(0);
    },
  };
}

/** Bins for any modulus that the fused kernels can count by; null for one that they leave to stored hashes. */
export function createFusedBins(
  wasm: SimdExports,
  memory: SimdMemory,
  modulus: number,
): FusedBins<0 | BinPlan['bits']> | null {
  if (!isPowerOfTwo(modulus)) return createFractionBins(wasm, memory, modulus);
  return modulus <= MAX_MASKED ? createMaskBins(wasm, memory, modulus) : null;
}
