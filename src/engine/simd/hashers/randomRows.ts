import { mix32 } from '../../../lib/prng.ts';

const TWO_32 = 4294967296;
const WORD_BYTES = 4;

/** The high word of a row number. */
export function highWord(row: number): number {
  return Math.floor(row / TWO_32);
}

/** Generates rows whose numbers share their high word; `offset` is where they go, in bytes from the first row's place. */
export type GenerateRows = (mixedSeed: number, low: number, firstRow: number, rows: number, offset: number) => void;

/**
 * Cuts rows where the high word of the row number changes, as randomWord() of src/lib/prng.ts takes it in apart from the
 * low one.
 */
export function forRandomRows(seed: number, firstRow: number, rows: number, generate: GenerateRows): void {
  for (let done = 0; done < rows; ) {
    const row = firstRow + done;
    const high = highWord(row);
    const count = Math.min(rows - done, (high + 1) * TWO_32 - row);
    const mixedSeed = mix32(seed ^ Math.imul(high, 0x9e3779b9));
    generate(mixedSeed, row | 0, row, count, done * WORD_BYTES);
    done += count;
  }
}
