import type { Plan } from '../../planner/plan.ts';
import type { Layout } from '../../topology/layout.ts';
import type { TableSpec } from '../script.ts';

/** How one database writes tables and plans. One file in dialects/ and one line in its list. */
export interface Dialect {
  readonly id: string;
  /** As shown, e.g. `PostgreSQL`; a product name, not translated. */
  readonly label: string;
  /** CREATE TABLE with all partitions of `layout`; runnable as it stands, ends with a newline. */
  setup(table: TableSpec, layout: Layout): string;
  /**
   * One text per plan step, in order, written when it is asked for; each is runnable as it stands and ends with a newline.
   * @param notes comment for the step with the same index, e.g. its exact counts; line feeds begin a new comment line
   */
  steps(plan: Plan, table: TableSpec, notes: StepNotes): Iterable<string>;
}

export type StepNotes = readonly (string | undefined)[];
