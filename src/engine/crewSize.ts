import { binsOf, type Tally } from './tallies.ts';

/** Fewer rows than this are counted sooner by one worker than another could be told of them. */
const ROWS_PER_WORKER = 2 ** 20;

/** Most bins of all workers together, 12 bytes each: two tables of 4096 by 4096 partitions with their gaps, 400 MB. */
const MAX_BINS = 2 * 4097 ** 2;

/** Workers that a count deserves: as many as there are cores, fewer for few rows or for very large tables. */
export function crewSize(rows: number, passes: readonly (readonly Tally[])[], cores: number): number {
  const bins = Math.max(1, ...passes.map((tallies) => tallies.reduce((sum, tally) => sum + binsOf(tally), 0)));
  return Math.max(1, Math.min(cores, Math.ceil(rows / ROWS_PER_WORKER), Math.floor(MAX_BINS / bins)));
}
