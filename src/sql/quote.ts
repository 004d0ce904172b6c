import { PgException } from '../hash/pgError.ts';
import { quoteIfNeeded } from '../hash/pgKeywords.ts';

// The only place where a name or a value becomes SQL text.

/**
 * The identifier as PostgreSQL's quote_identifier() writes it: bare when it is lower-case ASCII letters, digits and
 * underscores, doesn't begin with a digit and is no key word; otherwise in double quotes.
 * @throws PgException 42601 for an empty name, 22021 for text that PostgreSQL can't receive
 */
export function quoteIdent(name: string): string {
  if (name === '')
    throw new PgException({ code: '42601', message: 'zero-length delimited identifier at or near """"' });
  refuseInvalidText(name);
  return quoteIfNeeded(name);
}

/**
 * The string constant as quote_literal() writes it: quotes doubled; with a backslash in it the E'' form, which means the
 * same under either setting of standard_conforming_strings.
 * @throws PgException 22021 for text that PostgreSQL can't receive
 */
export function quoteLiteral(text: string): string {
  refuseInvalidText(text);
  const doubled = text.replaceAll("'", "''");
  return text.includes('\\') ? `E'${doubled.replaceAll('\\', '\\\\')}'` : `'${doubled}'`;
}

/** `schema.name`, or the name alone when the search path is to find it. */
export function qualifiedName(schema: string | null, name: string): string {
  return schema === null ? quoteIdent(name) : `${quoteIdent(schema)}.${quoteIdent(name)}`;
}

/** A constant of type regclass, e.g. `'orders'::regclass`: the quoted name inside a quoted literal. */
export function regclassLiteral(schema: string | null, name: string): string {
  return `${quoteLiteral(qualifiedName(schema, name))}::regclass`;
}

/** Text of one SQL comment line: whatever would end the line becomes a space. */
export function commentText(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
}

/** The body between dollar quotes whose tag doesn't occur in it, e.g. `$$ ... $$`. */
export function dollarQuote(body: string): string {
  let tag = '$$';
  for (let n = 1; body.includes(tag); n++) tag = `$body${n}$`;
  return `${tag}${body}${tag}`;
}

/** NUL and lone surrogates have no place in a UTF-8 database. */
function refuseInvalidText(text: string): void {
  // A plan quotes thousands of names; only a refused one needs to be searched for its place.
  if (text.isWellFormed() && !text.includes('\0')) return;
  const bad = text.match(/[\0\p{Surrogate}]/u)?.[0];
  if (bad === undefined) return;
  const unit = bad.charCodeAt(0);
  const bytes = unit === 0 ? [0] : [0xe0 | (unit >> 12), 0x80 | ((unit >> 6) & 0x3f), 0x80 | (unit & 0x3f)];
  const shown = bytes.map((byte) => `0x${byte.toString(16).padStart(2, '0')}`).join(' ');
  throw new PgException({ code: '22021', message: `invalid byte sequence for encoding "UTF8": ${shown}` });
}
