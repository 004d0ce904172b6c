import type { PgError } from '../../hash/pgError.ts';
import type { Problem } from '../../lib/problem.ts';
import type { Result } from '../../lib/result.ts';
import type { EditLabel } from '../history.ts';
import type { Scenario } from '../scenario.ts';

/** Why something can't be done: PostgreSQL's words where it has words, otherwise ours. */
export type Refusal = PgError | Problem;

/**
 * One kind of change to the document: a pure function with a label for undo. `apply` need only build the next document;
 * applyEdit checks that the whole is still valid and refuses otherwise.
 */
export interface Edit<Args> {
  readonly id: string;
  readonly label: (document: Scenario, args: Args) => EditLabel;
  readonly apply: (document: Scenario, args: Args) => Result<Scenario, Refusal>;
  /** `merge`: repeated edits of the same place form one undo entry. */
  readonly history: 'record' | 'merge';
}
