import { postgres } from '../sql/dialects/postgres.ts';
import { joinScript, type SectionLines, stepLines } from '../sql/joinScript.ts';
import { planToScript } from '../sql/planToScript.ts';
import type { SqlScript } from '../sql/script.ts';
import { stepNotes } from './figures.ts';
import type { AppState, Counted } from './state.ts';

// The first picture needs no SQL: what is part of it imports this file only when asked for SQL.

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
