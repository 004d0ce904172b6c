import { err, ok, type Result } from '../../lib/result.ts';
import type { PgError } from '../pgError.ts';

/**
 * Cuts a row literal into the texts of `count` columns, null for NULL: record_in() in src/backend/utils/adt/rowtypes.c. A
 * column with nothing in it is NULL, one with two quotes is an empty text.
 */
export function splitRecord(text: string, count: number): Result<(string | null)[], PgError> {
  const refuse = (detail: string) => err({ code: '22P02', message: `malformed record literal: "${text}"`, detail });
  let at = text.length - text.replace(/^[ \t\n\v\f\r]+/, '').length;
  if (text[at] !== '(') return refuse('Missing left parenthesis.');
  at++;
  const columns: (string | null)[] = [];
  for (let index = 0; index < count; index++) {
    if (index > 0) {
      if (text[at] !== ',') return refuse('Too few columns.');
      at++;
    }
    const column = readColumn(text, at);
    if (column === null) return refuse('Unexpected end of input.');
    columns.push(column.text);
    at = column.end;
  }
  if (text[at] !== ')') return refuse('Too many columns.');
  if (!/^[ \t\n\v\f\r]*$/.test(text.slice(at + 1))) return refuse('Junk after right parenthesis.');
  return ok(columns);
}

function readColumn(text: string, start: number): { readonly text: string | null; readonly end: number } | null {
  if (text[start] === ',' || text[start] === ')') return { text: null, end: start };
  let column = '';
  let quoted = false;
  for (let at = start; ; at++) {
    const char = text[at];
    if (char === undefined) return null;
    if (!quoted && (char === ',' || char === ')')) return { text: column, end: at };
    if (char === '\\') {
      if (text[at + 1] === undefined) return null;
      column += text[++at];
    } else if (char !== '"') column += char;
    else if (!quoted) quoted = true;
    else if (text[at + 1] === '"') column += text[++at];
    else quoted = false;
  }
}

/** Prints a row as record_out() does. */
export function formatRecord(columns: readonly (string | null)[]): string {
  return `(${columns.map((column) => (column === null ? '' : quoteColumn(column))).join(',')})`;
}

function quoteColumn(text: string): string {
  if (text !== '' && !/["\\(), \t\n\v\f\r]/.test(text)) return text;
  return `"${text.replaceAll(/["\\]/g, '$&$&')}"`;
}
