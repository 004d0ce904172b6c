import { err, ok, type Result } from '../../lib/result.ts';
import type { PgError } from '../pgError.ts';

// range_parse() in src/backend/utils/adt/rangetypes.c and multirange_in() in multirangetypes.c.

/** A range as written; a bound is null when it is infinite. */
export type RangeLiteral =
  | { readonly kind: 'empty' }
  | {
      readonly kind: 'range';
      readonly lowerInclusive: boolean;
      readonly upperInclusive: boolean;
      readonly lower: string | null;
      readonly upper: string | null;
    };

const SPACE = /[ \t\n\v\f\r]/;

/** Reads one range literal; white space around it is ignored, within bounds it belongs to them. */
export function parseRangeLiteral(text: string): Result<RangeLiteral, PgError> {
  const refuse = (detail: string) => err({ code: '22P02', message: `malformed range literal: "${text}"`, detail });
  const inner = text.replace(/^[ \t\n\v\f\r]+/, '');
  const empty = /^empty/i.exec(inner);
  if (empty !== null) {
    return /^[ \t\n\v\f\r]*$/.test(inner.slice(5)) ? ok({ kind: 'empty' }) : refuse('Junk after "empty" key word.');
  }
  const open = inner[0];
  if (open !== '[' && open !== '(') return refuse('Missing left parenthesis or bracket.');
  const lower = readBound(inner, 1);
  if (lower === null) return refuse('Unexpected end of input.');
  if (inner[lower.end] !== ',') return refuse('Missing comma after lower bound.');
  const upper = readBound(inner, lower.end + 1);
  if (upper === null) return refuse('Unexpected end of input.');
  const close = inner[upper.end];
  if (close !== ']' && close !== ')') return refuse('Too many commas.');
  if (!/^[ \t\n\v\f\r]*$/.test(inner.slice(upper.end + 1))) return refuse('Junk after right parenthesis or bracket.');
  return ok({
    kind: 'range',
    lowerInclusive: open === '[',
    upperInclusive: close === ']',
    lower: lower.text,
    upper: upper.text,
  });
}

/** Reads a bound up to the comma, parenthesis or bracket that ends it: range_parse_bound(). Null when the text ends first. */
function readBound(text: string, start: number): { readonly text: string | null; readonly end: number } | null {
  if (text[start] === undefined) return null;
  if (/[,)\]]/.test(text[start])) return { text: null, end: start };
  let bound = '';
  let quoted = false;
  for (let at = start; ; at++) {
    const char = text[at];
    if (char === undefined) return null;
    if (!quoted && /[,)\]]/.test(char)) return { text: bound, end: at };
    if (char === '\\') {
      if (text[at + 1] === undefined) return null;
      bound += text[++at];
    } else if (char !== '"') bound += char;
    else if (!quoted) quoted = true;
    else if (text[at + 1] === '"') bound += text[++at];
    else quoted = false;
  }
}

/** Cuts a multirange literal into the texts of its ranges. */
export function splitMultirange(text: string): Result<string[], PgError> {
  const refuse = (detail: string) => err({ code: '22P02', message: `malformed multirange literal: "${text}"`, detail });
  const ranges: string[] = [];
  let at = skipSpace(text, 0);
  if (text[at] !== '{') return refuse('Missing left brace.');
  at = skipSpace(text, at + 1);
  for (let first = true; text[at] !== '}' || !first; first = false) {
    if (text[at] === undefined) return refuse('Unexpected end of input.');
    const end = endOfRange(text, at);
    if (end === null) return refuse(/[[(]/.test(text[at] ?? '') ? 'Unexpected end of input.' : 'Expected range start.');
    ranges.push(text.slice(at, end));
    at = skipSpace(text, end);
    if (text[at] === '}') break;
    if (text[at] === undefined) return refuse('Unexpected end of input.');
    if (text[at] !== ',') return refuse('Expected comma or end of multirange.');
    at = skipSpace(text, at + 1);
  }
  if (skipSpace(text, at + 1) < text.length) return refuse('Junk after closing right brace.');
  return ok(ranges);
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && SPACE.test(text[at]!)) at++;
  return at;
}

/** The position behind a range that begins at `start`, or null. */
function endOfRange(text: string, start: number): number | null {
  if (/^empty/i.test(text.slice(start, start + 5))) return start + 5;
  if (text[start] !== '[' && text[start] !== '(') return null;
  let quoted = false;
  for (let at = start + 1; at < text.length; at++) {
    const char = text[at]!;
    if (char === '\\') at++;
    else if (char === '"') {
      if (quoted && text[at + 1] === '"') at++;
      else quoted = !quoted;
    } else if (!quoted && (char === ']' || char === ')')) return at + 1;
  }
  return null;
}
