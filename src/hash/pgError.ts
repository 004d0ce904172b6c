/** An error as PostgreSQL reports it: SQLSTATE, primary message, and its optional DETAIL and HINT lines. Plain data. */
export interface PgError {
  readonly code: string;
  readonly message: string;
  readonly detail?: string;
  readonly hint?: string;
}

/** The same error for callers that want an exception, such as the text-level entry. */
export class PgException extends Error implements PgError {
  readonly code: string;
  readonly detail?: string;
  readonly hint?: string;

  constructor(fields: PgError) {
    super(fields.message);
    this.name = 'PgException';
    this.code = fields.code;
    if (fields.detail !== undefined) this.detail = fields.detail;
    if (fields.hint !== undefined) this.hint = fields.hint;
  }
}
