/**
 * A refusal in our own words (PostgreSQL's are `PgError`): an id that the catalogues translate as `problem.<id>`, with
 * the offending value and the limit as parameters.
 */
export interface Problem {
  readonly id: string;
  readonly params: Readonly<Record<string, string | number>>;
}

export function problem(id: string, params: Problem['params'] = {}): Problem {
  return { id, params };
}
