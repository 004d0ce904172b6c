import type { PgError } from '../hash/pgError.ts';
import { isReservedWord } from '../hash/pgKeywords.ts';
import { err, ok, type Result } from '../lib/result.ts';
import { checkBoundValues } from './boundCheck.ts';
import { type BoundToken, lexBound } from './boundLexer.ts';
import type { HashBound } from './layout.ts';

/** A bound as the grammar knows it, before it meets the table. `hash` values are non-negative and fit int4. */
export type BoundSpec =
  | { readonly kind: 'hash'; readonly modulus: number; readonly remainder: number }
  | { readonly kind: 'default' | 'list' | 'range' };

/**
 * Parses `FOR VALUES WITH (MODULUS 4, REMAINDER 1)`, `FOR VALUES IN (...)`, `FOR VALUES FROM (...) TO (...)` or
 * `DEFAULT`, with the syntax errors of PostgreSQL 18 (PartitionBoundSpec in src/backend/parser/gram.y). Before 16 the
 * server also refused 0x10 and 1_000. Expressions of list and range bounds are skipped, not checked.
 */
export function parseBoundSpec(text: string): Result<BoundSpec, PgError> {
  return new BoundParser(lexBound(text)).parse();
}

/** Refuses what a hash partitioned table can't have, then bad values (`transformPartitionBound`, parse_utilcmd.c). */
export function toHashBound(spec: BoundSpec): Result<HashBound, PgError> {
  if (spec.kind === 'default') {
    return err({ code: '42P16', message: 'a hash-partitioned table may not have a default partition' });
  }
  if (spec.kind !== 'hash') {
    return err({ code: '42P16', message: 'invalid bound specification for a hash partition' });
  }
  const bound = { modulus: spec.modulus, remainder: spec.remainder };
  const error = checkBoundValues(bound);
  return error === null ? ok(bound) : err(error);
}

type Failure = { readonly ok: false; readonly error: PgError };

class BoundParser {
  readonly #tokens: readonly BoundToken[];
  #at = 0;

  constructor(tokens: readonly BoundToken[]) {
    this.#tokens = tokens;
  }

  parse(): Result<BoundSpec, PgError> {
    if (this.#takeKeyword('default')) return this.#finish({ kind: 'default' });
    if (!this.#takeKeyword('for') || !this.#takeKeyword('values')) return this.#syntaxError();
    if (this.#takeKeyword('with')) return this.#parseHash();
    if (this.#takeKeyword('in')) return this.#skipList() ? this.#finish({ kind: 'list' }) : this.#syntaxError();
    const isRange = this.#takeKeyword('from') && this.#skipList() && this.#takeKeyword('to') && this.#skipList();
    return isRange ? this.#finish({ kind: 'range' }) : this.#syntaxError();
  }

  #parseHash(): Result<BoundSpec, PgError> {
    const elements: (readonly [string, number])[] = [];
    if (!this.#takeSymbol('(')) return this.#syntaxError();
    do {
      const name = this.#peek();
      if (name?.kind !== 'word' || (!name.quoted && isReservedWord(name.word))) return this.#syntaxError();
      this.#at++;
      const value = this.#peek();
      if (value?.kind !== 'integer') return this.#syntaxError();
      this.#at++;
      elements.push([name.word, value.value]);
    } while (this.#takeSymbol(','));
    if (!this.#takeSymbol(')')) return this.#syntaxError();
    const bound = readElements(elements);
    return bound.ok ? this.#finish(bound.value) : bound;
  }

  /** A non-empty list in parentheses; what is inside is the business of list and range tables. */
  #skipList(): boolean {
    if (!this.#takeSymbol('(') || this.#peek()?.text === ')') return false;
    let depth = 1;
    while (depth > 0) {
      const token = this.#peek();
      if (token === undefined || token.kind === 'broken') return false;
      if (token.kind === 'other' && token.text === '(') depth++;
      if (token.kind === 'other' && token.text === ')') depth--;
      this.#at++;
    }
    return true;
  }

  #finish(spec: BoundSpec): Result<BoundSpec, PgError> {
    this.#takeSymbol(';');
    return this.#peek() === undefined ? ok(spec) : this.#syntaxError();
  }

  #syntaxError(): Failure {
    const token = this.#peek();
    if (token?.kind === 'broken') return err(token.error);
    const where = token === undefined ? 'at end of input' : `at or near "${token.text}"`;
    return err({ code: '42601', message: `syntax error ${where}` });
  }

  #peek(): BoundToken | undefined {
    return this.#tokens[this.#at];
  }

  #takeKeyword(keyword: string): boolean {
    const token = this.#peek();
    const found = token?.kind === 'word' && !token.quoted && token.word === keyword;
    if (found) this.#at++;
    return found;
  }

  #takeSymbol(symbol: string): boolean {
    const token = this.#peek();
    const found = token?.kind === 'other' && token.text === symbol;
    if (found) this.#at++;
    return found;
  }
}

/** The grammar's own checks, element by element: given twice, unknown word, and in the end what is missing. */
function readElements(elements: readonly (readonly [string, number])[]): Result<BoundSpec, PgError> {
  const values = new Map<string, number>();
  for (const [name, value] of elements) {
    if (name !== 'modulus' && name !== 'remainder') {
      return err({ code: '42601', message: `unrecognized hash partition bound specification "${name}"` });
    }
    if (values.has(name)) {
      return err({ code: '42710', message: `${name} for hash partition provided more than once` });
    }
    values.set(name, value);
  }
  const modulus = values.get('modulus');
  const remainder = values.get('remainder');
  if (modulus === undefined) return err({ code: '42601', message: 'modulus for hash partition must be specified' });
  if (remainder === undefined) return err({ code: '42601', message: 'remainder for hash partition must be specified' });
  return ok({ kind: 'hash', modulus, remainder });
}
