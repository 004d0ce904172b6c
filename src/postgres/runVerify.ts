import type { Db } from './db.ts';
import { openPglite } from './pgliteDb.ts';
import type { VerifyInput, VerifyReport } from './protocol.ts';
import { errorOf, type VerifyHost } from './run.ts';
import { verify } from './verify.ts';

/** One run with a server of its own, which is empty at the start and closed at the end. Never rejects. */
export async function runVerify(
  input: VerifyInput,
  host: VerifyHost,
  open: () => Promise<Db> = openPglite,
): Promise<VerifyReport> {
  host.onEvent({ phase: 'start', step: -1, done: 0, total: 1, rowsPerSecond: null, version: null });
  let db: Db | null = null;
  try {
    db = await open();
    return await verify(db, input, host);
  } catch (thrown) {
    return endedEarly('error', { error: { ...errorOf(thrown), step: -1 } });
  } finally {
    await db?.close();
  }
}

/** The report of a run that ended before it had compared anything, or was stopped from outside. */
export function endedEarly(
  verdict: 'cancelled' | 'error',
  known: Partial<Pick<VerifyReport, 'version' | 'rowsInserted' | 'error'>> = {},
): VerifyReport {
  return {
    verdict,
    version: '',
    checks: 0,
    partitionsCompared: 0,
    keysCompared: 0,
    rowsInserted: 0,
    sampled: false,
    rowsWithoutPartition: 0,
    elapsedMs: [],
    ...known,
  };
}
