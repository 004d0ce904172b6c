import type { PlanStep } from '../planner/plan.ts';
import { adoptEnumOids } from './adoptOids.ts';
import { compareKeys, type Probes, storeProbes } from './compareKeys.ts';
import { compareTables } from './compareTables.ts';
import type { Db } from './db.ts';
import { expectTables } from './expectedTables.ts';
import { chooseKeys } from './insertedKeys.ts';
import { insertKeys } from './insertKeys.ts';
import { VERIFY_LIMIT, type VerifyInput, type VerifyReport } from './protocol.ts';
import { type Ending, ending, type Run, report, type VerifyHost } from './run.ts';

/**
 * Runs the exported SQL in an empty PostgreSQL and compares it with the prediction: after the set-up and after every
 * step the rows of each partition, before and after the plan single keys. Stops at the first difference.
 * @param db an empty database of its own; stays open
 * @param host clock, progress and cancel
 * @returns never rejects because of the server: its errors are in the report
 */
export async function verify(db: Db, input: VerifyInput, host: VerifyHost): Promise<VerifyReport> {
  const { plan, table, keys: spec } = input;
  const keys = chooseKeys(spec, plan.from, plan.to, input.limit ?? VERIFY_LIMIT);
  const run: Run = {
    db,
    input,
    host,
    version: await db.version(),
    keys,
    expectation: expectTables(plan, table, keys),
    tally: { partitionsCompared: 0, keysCompared: 0, rowsInserted: 0, elapsedMs: [] },
  };
  const end = (await prepare(run)) ?? (await compareAll(run)) ?? { verdict: 'pass' };
  return summary(run, end);
}

/** Set-up and insert. */
async function prepare(run: Run): Promise<Ending> {
  report(run, { phase: 'setup', step: -1, done: 0, total: 1 });
  const foreign = foreignEncoding(run);
  if (foreign !== null) return { verdict: 'error', error: foreign };
  return (
    (await runSection(run, -1)) ??
    (await ending('error', -1, async () => {
      await adoptEnumOids(run);
      return insertKeys(run);
    })) ??
    (await ending('fail', -1, () => compareTables(run, -1)))
  );
}

/** This server's database is UTF8: text of another encoding has other bytes here, so nothing could be compared. */
function foreignEncoding({ input }: Run): NonNullable<NonNullable<Ending>['error']> | null {
  const encoding = input.keys.server?.encoding ?? 'UTF8';
  if (encoding === 'UTF8') return null;
  const message = `the database of this server is UTF8; keys of a database in ${encoding} can't be compared with it`;
  return { code: '0A000', message, step: -1 };
}

/** Single keys, every step, single keys again. */
async function compareAll(run: Run): Promise<Ending> {
  const { steps } = run.input.plan;
  let probes: Probes | null = null;
  const compareProbes = (step: number): Promise<Ending> =>
    ending('fail', step, async () => {
      report(run, { phase: 'probe', step, done: 0, total: 1 });
      probes ??= await storeProbes(run);
      return compareKeys(run, probes, step);
    });
  let end = await compareProbes(-1);
  for (const step of steps) end ??= await runStep(run, step);
  const last = steps.at(-1);
  return end ?? (last === undefined ? null : compareProbes(last.index));
}

async function runStep(run: Run, step: PlanStep): Promise<Ending> {
  const total = run.input.plan.steps.length;
  report(run, { phase: 'step', step: step.index, done: step.index, total });
  const failed = await runSection(run, step.index);
  if (failed !== null) return failed;
  run.expectation.apply(step);
  const end = await ending('fail', step.index, () => compareTables(run, step.index));
  report(run, { phase: 'step', step: step.index, done: step.index + 1, total });
  return end;
}

/** The script's text for a step as it stands. The server's refusal is a failure of the script. */
async function runSection({ db, host, input, tally }: Run, step: number): Promise<Ending> {
  if (await host.isCancelled()) return { verdict: 'cancelled' };
  return ending('fail', step, async () => {
    const started = host.now();
    for (const section of input.script.sections) if (section.step === step) await db.exec(section.text);
    tally.elapsedMs.push({ step, ms: host.now() - started });
    return null;
  });
}

function summary({ keys, tally, version }: Run, end: NonNullable<Ending>): VerifyReport {
  return {
    ...end,
    ...tally,
    version,
    checks: tally.partitionsCompared + tally.keysCompared,
    sampled: keys.sampled,
    rowsWithoutPartition: keys.withoutPartition,
  };
}
