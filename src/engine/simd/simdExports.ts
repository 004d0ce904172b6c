/** What the module exports; the functions are described in assembly/. Numbers are addresses in bytes, or words. */
export interface SimdExports {
  readonly memory: WebAssembly.Memory;

  maskRuns(word: number, runs: number, mask: number): void;
  packedRuns(word: number, runs: number, mask: number): void;
  binRuns11(word: number, runs: number, plan: number): void;
  binRuns14(word: number, runs: number, plan: number): void;
  binRuns16(word: number, runs: number, plan: number): void;

  hashSeries(start: bigint, step: bigint, rows: number, outHi: number, outLo: number): void;
  hashWords(rows: number, outHi: number, outLo: number): void;
  hashLongs(rows: number, outHi: number, outLo: number): void;
  quotients(value: bigint, rest: bigint, step: bigint, stepRest: bigint, unit: bigint, rows: number): void;
  randomWords(mixedSeed: number, low: number, stream: number, rows: number, out: number): void;
  shiftWords(bits: number, rows: number): void;
  scaleWords(min: number, span: number, rows: number): void;
  // biome-ignore format: one line a group of parameters
  hashRandom16(
    version: number, mixedSeed: number, low: number, stir: number,
    a: number, b: number, c: number, rows: number, outHi: number, outLo: number,
  ): void;
  // biome-ignore format: one line a group of parameters
  countRandom16(
    version: number, mixedSeed: number, low: number, stir: number,
    a: number, b: number, c: number, rows: number, bits: number, plan: number,
  ): void;
  // biome-ignore format: one line a group of parameters
  hashText(
    number: bigint, rows: number, length: number, digits: number,
    a: number, b: number, c: number, outHi: number, outLo: number,
  ): void;
  // biome-ignore format: one line a group of parameters
  countText(
    number: bigint, hundreds: number, length: number, digits: number,
    a: number, b: number, c: number, bits: number, plan: number,
  ): void;
  combine(rows: number): void;

  countMask(rows: number, mask: number, base: number): void;
  countBins11(rows: number, plan: number, base: number): void;
  countBins14(rows: number, plan: number, base: number): void;
  countBins16(rows: number, plan: number, base: number): void;
  countExact(rows: number, modulus: bigint, high: bigint, low: bigint, base: number): void;
  countDivided(rows: number, modulus: bigint, base: number): void;
  remainders(rows: number, modulus: bigint, high: bigint, low: bigint, out: number): void;
  remaindersDivided(rows: number, modulus: bigint, out: number): void;
  countPairs(rows: number, oldTable: number, newTable: number): void;

  readonly BINS: WebAssembly.Global<'i32'>;
  readonly BLOCK: WebAssembly.Global<'i32'>;
  readonly HEAP: WebAssembly.Global<'i32'>;
  readonly NEXT_HI: WebAssembly.Global<'i32'>;
  readonly NEXT_LO: WebAssembly.Global<'i32'>;
  readonly ROW_HI: WebAssembly.Global<'i32'>;
  readonly ROW_LO: WebAssembly.Global<'i32'>;
  readonly RUN: WebAssembly.Global<'i32'>;
  readonly TEMPLATE: WebAssembly.Global<'i32'>;
  readonly WORDS: WebAssembly.Global<'i32'>;
  readonly WORDS_HI: WebAssembly.Global<'i32'>;
}
