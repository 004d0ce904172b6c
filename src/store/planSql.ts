import { type MovedTable, movedTables } from '../planner/movedTables.ts';
import type { NodeSpec } from '../schemes/nodes.ts';
import { postgres } from '../sql/dialects/postgres.ts';
import { joinScript, type SectionLines, sectionLines } from '../sql/joinScript.ts';
import { planSections } from '../sql/planToScript.ts';
import { commentText } from '../sql/quote.ts';
import type { SqlScript, SqlSection } from '../sql/script.ts';
import { plainInteger, stepNotes } from './figures.ts';
import type { AppState, Counted } from './state.ts';

// The first picture needs no SQL: what is part of it imports this file only when asked for SQL.

/** The dialect that scripts are written in; others will be chosen here. */
export const sqlDialect = postgres;

/** The SQL of the plan on screen in the forms that views need. */
export interface PlanSql {
  readonly script: SqlScript;
  /** The whole as one text, as shown, copied and downloaded; what is run, and comments on what SQL can't do. */
  readonly text: string;
  /** Where each section stands in the text. */
  readonly lines: readonly SectionLines[];
}

const noSql: PlanSql = { script: { sections: [] }, text: '', lines: [] };

/** What is written of the script of a count. */
interface Writing {
  readonly counted: Counted;
  readonly work: Generator<void, PlanSql>;
  sql: PlanSql | null;
}
let last: Writing | null = null;

/** Written once per plan and count, with exact counts in its comments: a large plan is a megabyte of text. */
export function selectSql({ results }: AppState): PlanSql {
  const { counted } = results;
  return counted === null ? noSql : (continueSql(counted, () => false) ?? noSql);
}

/** Writes on until it is whole, or `isEnough`; null as long as it is not whole. What is written is kept. */
export function continueSql(counted: Counted, isEnough: () => boolean): PlanSql | null {
  if (last?.counted !== counted) last = { counted, work: writeSql(counted), sql: null };
  while (last.sql === null) {
    const step = last.work.next();
    if (step.done) last.sql = step.value;
    else if (isEnough()) return null;
  }
  return last.sql;
}

function* writeSql(counted: Counted): Generator<void, PlanSql> {
  const { derived, reply } = counted;
  const { plan, table, cluster } = derived;
  const sections: SqlSection[] = [];
  const lines: SectionLines[] = [];
  for (const section of planSections(sqlDialect, plan, table, stepNotes(counted))) {
    sections.push(section);
    lines.push(sectionLines(section, lines.at(-1)));
    yield;
  }
  const script = { sections };
  const moved = movedTables(plan, cluster, reply.changes[0]!);
  const text = joinScript(script) + (moved.length === 0 ? '' : `\n${nodeComment(moved, cluster.nodes)}`);
  return { script, text, lines };
}

/** What the script leaves to be done by other means. English, as SQL files are. */
function nodeComment(tables: readonly MovedTable[], nodes: readonly NodeSpec[]): string {
  const lines = [
    'Between nodes: PostgreSQL has no statement that takes a table to another server. These go as they are. Copy each',
    'by logical replication, or by pg_dump while nobody writes; then DETACH it here and ATTACH a foreign table in its',
    'place (not possible with a unique index on the partitioned table), or send its keys there.',
    ...tables.map(
      ({ name, from, to, rows }) => `${name}: ${nodes[from]!.name} -> ${nodes[to]!.name}, ${plainInteger(rows)} rows`,
    ),
  ];
  return lines.map((line) => `-- ${commentText(line)}\n`).join('');
}
