/**
 * Where everything lies in the module's memory. What the loops touch has a constant address, which becomes part of the
 * instruction; only the histograms of tallies are placed by the page's side, from HEAP on.
 */

/** Vector constants, one 16-byte line each; see constants.ts. */
export const CONSTANTS: usize = 1024;

/** T of serial.ts: 128 words, and after them the one vector that straddles two blocks. */
export const TABLE: usize = 2048;

/** Where a vector is laid down to be picked up word by word, which is cheaper than taking lanes out of a register. */
export const SPILL: usize = 3072;

/** Bytes of a text key's template: at most 512. */
export const TEMPLATE: usize = 4096;

/** What the last two digits 00 .. 99 add to the words of a text key; see text.ts. */
export const DIGITS: usize = 8192;

/** Words of a run, the unit of the fused kernels; see serial.ts. */
export const RUN: i32 = 4096;

/** The four words of 256 random 16-byte keys, one array a word; see random.ts. */
export const KEY_WORDS: usize = 10240;
export const KEY_ROWS: usize = 256;

/** Rows that one call may generate or count. */
export const BLOCK: i32 = 2048;

/**
 * One array of a block: BLOCK words, and room around them, as the last vector may write up to three words behind them.
 */
const SLACK: usize = 64;
export const ARRAY_BYTES: usize = (BLOCK as usize) * 4 + 2 * SLACK;
const ARRAYS: usize = 16384;

/** Row hashes, and the hashes of the column that is being combined into them. */
export const ROW_HI: usize = ARRAYS + SLACK;
export const ROW_LO: usize = ROW_HI + ARRAY_BYTES;
export const NEXT_HI: usize = ROW_LO + ARRAY_BYTES;
export const NEXT_LO: usize = NEXT_HI + ARRAY_BYTES;
/** Keys as words: what a generator writes and a hasher reads. */
export const WORDS: usize = NEXT_LO + ARRAY_BYTES;
export const WORDS_HI: usize = WORDS + ARRAY_BYTES;

/** Bins of the fused kernels in serial.ts: 2^16 words. */
export const BINS: usize = 131072;

/** First free byte. */
export const HEAP: usize = BINS + 262144;
