/** What a chunk should take a worker: long against a message, short against what a crash or the last worker costs. */
const CHUNK_MS = 32;

/** The speed of one chunk is a rough measure, with a clock of 0.1 to 1 ms; it is believed by this factor at most. */
const MAX_GROWTH = 8;

/**
 * Rows of a worker's next chunk, from what the last one took it.
 * @param ms 0 and more
 */
export function nextChunkRows(rows: number, ms: number): number {
  return Math.round(rows * Math.min(MAX_GROWTH, CHUNK_MS / Math.max(ms, 0.001)));
}

/** The same near the end: no worker should take so much that the others wait for it. */
export function cutChunk(rows: number, waiting: number, workers: number): number {
  return Math.min(rows, Math.ceil(waiting / (2 * workers)));
}
