import type { PgError } from '../hash/pgError.ts';
import type { Db } from './db.ts';
import type { Expectation } from './expectedTables.ts';
import type { InsertedKeys } from './insertedKeys.ts';
import { pgErrorOf } from './pgErrorOf.ts';
import type { VerifyDifference, VerifyEvent, VerifyInput, VerifyReport } from './protocol.ts';

/** What the surroundings give: a clock in milliseconds, somewhere to report, and the wish to stop. */
export interface VerifyHost {
  now(): number;
  onEvent(event: VerifyEvent): void;
  /** Asked between statements; lets waiting messages in first. */
  isCancelled(): Promise<boolean>;
}

/** How a run ended, or null while it goes on. */
export type Ending = Pick<VerifyReport, 'verdict' | 'difference' | 'error'> | null;

/** One run: what it works on and what it has counted so far. */
export interface Run {
  readonly db: Db;
  readonly input: VerifyInput;
  readonly host: VerifyHost;
  readonly version: string;
  readonly keys: InsertedKeys;
  readonly expectation: Expectation;
  readonly tally: Tally;
}

export interface Tally {
  partitionsCompared: number;
  keysCompared: number;
  rowsInserted: number;
  readonly elapsedMs: { readonly step: number; readonly ms: number }[];
}

export function differs(difference: VerifyDifference): Ending {
  return { verdict: 'fail', difference };
}

/** Runs `work`; what it throws becomes the ending `verdict` with the server's words. */
export async function ending(verdict: 'fail' | 'error', step: number, work: () => Promise<Ending>): Promise<Ending> {
  try {
    return await work();
  } catch (thrown) {
    return { verdict, error: { ...errorOf(thrown), step } };
  }
}

/** An error that isn't the server's is reported under internal_error, XX000. */
export function errorOf(thrown: unknown): PgError {
  return pgErrorOf(thrown) ?? { code: 'XX000', message: thrown instanceof Error ? thrown.message : String(thrown) };
}

export function report(
  run: Run,
  progress: Pick<VerifyEvent, 'phase' | 'step' | 'done' | 'total'>,
  rate?: number,
): void {
  run.host.onEvent({ ...progress, rowsPerSecond: rate ?? null, version: run.version });
}
