import { nodeRowsAt } from '../planner/nodeRowsAt.ts';
import { currentStep } from '../scene/clock.ts';
import { postgres } from '../sql/dialects/postgres.ts';
import { joinScript, type SectionLines, stepLines } from '../sql/joinScript.ts';
import { planToScript } from '../sql/planToScript.ts';
import type { SqlScript } from '../sql/script.ts';
import { stepNotes } from './figures.ts';
import type { AppState, Counted } from './state.ts';

/** The dialect that scripts are written in; others will be chosen here. */
export const sqlDialect = postgres;

/** The SQL of the plan on screen in the forms that views need. */
export interface PlanSql {
  readonly script: SqlScript;
  /** The whole as one text: what is shown, copied, downloaded and run. */
  readonly text: string;
  /** Where each section stands in the text. */
  readonly lines: readonly SectionLines[];
}

const noSql: PlanSql = { script: { sections: [] }, text: '', lines: [] };
let last: { readonly counted: Counted; readonly sql: PlanSql } | null = null;

/** Written once per plan and count, with exact counts in its comments: a large plan is a megabyte of text. */
export function selectSql({ results }: AppState): PlanSql {
  const { counted } = results;
  if (counted === null) return noSql;
  if (last?.counted !== counted) last = { counted, sql: writeSql(counted) };
  return last.sql;
}

function writeSql(counted: Counted): PlanSql {
  const { plan, table } = counted.derived;
  const script = planToScript(sqlDialect, plan, table, stepNotes(counted));
  return { script, text: joinScript(script), lines: stepLines(script) };
}

/** Step that the playhead shows: the one in progress or the last one done; -1 when the plan has none. */
export function selectActiveStep({ results, playback }: AppState): number {
  const count = results.counted?.derived.plan.steps.length ?? 0;
  return count === 0 ? -1 : currentStep(playback.t, count);
}

let lastRows: {
  readonly counted: Counted;
  readonly step: number;
  readonly rows: readonly number[] | null;
} | null = null;

/** Rows on each node of the document at the playhead, by whole steps; null until they are counted. */
export function selectNodeRows({ results, playback }: AppState): readonly number[] | null {
  const { counted } = results;
  if (counted === null) return null;
  const step = Math.floor(playback.t);
  if (lastRows?.counted !== counted || lastRows.step !== step) {
    const { plan, cluster } = counted.derived;
    lastRows = { counted, step, rows: nodeRowsAt(plan, cluster, counted.reply.changes[0]!, step) };
  }
  return lastRows.rows;
}

export function selectCounted({ results }: AppState): Counted | null {
  return results.counted;
}
