import { isPowerOfTwo } from '../../hash/modulo.ts';
import { createFractionBins, createMaskBins, MAX_MASKED, rowOfBin } from './fusedBins.ts';
import type { SimdExports } from './simdExports.ts';
import type { SimdMemory } from './simdMemory.ts';

/** Counts runs of words without storing a hash; for one histogram of residues. */
export interface RunCounter {
  /** `runs` runs of RUN words each from `word` on, which begins one. */
  countRuns(word: number, runs: number): void;
  /** Adds what was counted to `totals` and begins again at 0. */
  drain(totals: Float64Array): void;
}

/** Up to here four keys fit one bin of packedRuns(); the keys that are left over have bins of their own. */
const MAX_PACKED = 8;
const PACKED_BINS = 4096;
const FIELD_BITS = 3;

/** Null for a modulus that these kernels leave to the counting of stored hashes. */
export function createRunCounter(wasm: SimdExports, memory: SimdMemory, modulus: number): RunCounter | null {
  if (isPowerOfTwo(modulus)) {
    if (modulus > MAX_MASKED) return null;
    return modulus <= MAX_PACKED ? packedCounter(wasm, memory, modulus) : maskCounter(wasm, memory, modulus);
  }
  return binCounter(wasm, memory, modulus);
}

function maskCounter(wasm: SimdExports, memory: SimdMemory, modulus: number): RunCounter {
  const { plan, drain } = createMaskBins(wasm, memory, modulus);
  return { countRuns: (word, runs) => wasm.maskRuns(word, runs, plan), drain };
}

function packedCounter(wasm: SimdExports, memory: SimdMemory, modulus: number): RunCounter {
  const mask = modulus - 1;
  return {
    countRuns: (word, runs) => wasm.packedRuns(word, runs, mask),
    drain(totals) {
      const bins = memory.words(wasm.BINS.value, PACKED_BINS + modulus);
      for (let packed = 0; packed < PACKED_BINS; packed++) {
        for (let field = 0; field < 4; field++) {
          totals[rowOfBin(packed >> (FIELD_BITS * field), mask)]! += bins[packed]!;
        }
      }
      for (let k = 0; k < modulus; k++) totals[rowOfBin(k, mask)]! += bins[PACKED_BINS + k]!;
      bins.fill(0);
    },
  };
}

function binCounter(wasm: SimdExports, memory: SimdMemory, modulus: number): RunCounter | null {
  const bins = createFractionBins(wasm, memory, modulus);
  if (bins === null) return null;
  const { bits, plan, drain } = bins;
  const binRuns = { 11: wasm.binRuns11, 14: wasm.binRuns14, 16: wasm.binRuns16 }[bits];
  return { countRuns: (word, runs) => binRuns(word, runs, plan), drain };
}
