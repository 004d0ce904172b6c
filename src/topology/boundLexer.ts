import type { PgError } from '../hash/pgError.ts';
import { err, ok, type Result } from '../lib/result.ts';

/**
 * The part of PostgreSQL's lexer (src/backend/parser/scan.l, version 18) that a partition bound can meet. `text` is the
 * source as it stands, for error messages; `word` is folded to lower case unless it was quoted.
 */
export type BoundToken =
  | { readonly kind: 'word'; readonly text: string; readonly word: string; readonly quoted: boolean }
  | { readonly kind: 'integer'; readonly text: string; readonly value: number }
  | { readonly kind: 'other'; readonly text: string };

/** What the lexer refuses by itself, tried before the tokens: open quotes and numbers that run into letters. */
const broken: readonly (readonly [RegExp, string])[] = [
  [/\/\*(?![\s\S]*?\*\/)[\s\S]*/y, 'unterminated /* comment'],
  [/""(?!")/y, 'zero-length delimited identifier'],
  [/"(?:[^"]|"")*$/y, 'unterminated quoted identifier'],
  [/'(?:[^']|'')*$/y, 'unterminated quoted string'],
  [/0[xX](?![_\da-zA-Z$\u0080-\uffff])/y, 'invalid hexadecimal integer'],
  [/0[oO](?![_\da-zA-Z$\u0080-\uffff])/y, 'invalid octal integer'],
  [/0[bB](?![_\da-zA-Z$\u0080-\uffff])/y, 'invalid binary integer'],
];

const space = /(?:\s+|--[^\n\r]*|\/\*[\s\S]*?\*\/)+/y;
const word = /[a-zA-Z_\u0080-\uffff][\w$\u0080-\uffff]*/y;
const quotedWord = /"(?:[^"]|"")+"/y;
const integer = /(?:0[xX](?:_?[\da-fA-F])+|0[oO](?:_?[0-7])+|0[bB](?:_?[01])+|\d(?:_?\d)*)/y;
const decimal = /(?:\d(?:_?\d)*\.(?!\.)(?:\d(?:_?\d)*)?|\.\d(?:_?\d)*|\d(?:_?\d)*(?=[eE]))(?:[eE][+-]?\d(?:_?\d)*)?/y;
const junk = /(?:\d|\.\d)[\w.$\u0080-\uffff]*/y;
const stringLiteral = /[eEbBxXnN]?'(?:[^']|'')*'|\$(\w*)\$[\s\S]*?\$\1\$/y;
const operator = /[+\-*/<>=~!@#%^&|`?]+/y;
const punctuation = /\$\d+|\.\.|::|:=|[\s\S]/uy;
const canFollowNumber = /[^\w$\u0080-\uffff]|$/y;

/** Splits the text of a bound into tokens, without white space and comments. */
export function lexBound(text: string): Result<readonly BoundToken[], PgError> {
  const tokens: BoundToken[] = [];
  let at = 0;
  const take = (pattern: RegExp): string | null => matchAt(pattern, text, at);
  while (at < text.length) {
    const blank = take(space);
    if (blank !== null) {
      at += blank.length;
      continue;
    }
    for (const [pattern, message] of broken) {
      const found = take(pattern);
      if (found !== null) return err(lexError(message, found));
    }
    const token = nextToken(text, at);
    if (token === null) return err(lexError('trailing junk after numeric literal', take(junk) ?? ''));
    tokens.push(token);
    at += token.text.length;
  }
  return ok(tokens);
}

function nextToken(text: string, at: number): BoundToken | null {
  const literal = matchAt(stringLiteral, text, at);
  if (literal !== null) return { kind: 'other', text: literal };
  const bare = matchAt(word, text, at);
  if (bare !== null) return { kind: 'word', text: bare, word: foldCase(bare), quoted: false };
  const quoted = matchAt(quotedWord, text, at);
  if (quoted !== null) {
    return { kind: 'word', text: quoted, word: quoted.slice(1, -1).replaceAll('""', '"'), quoted: true };
  }
  const number = matchAt(decimal, text, at) ?? matchAt(integer, text, at);
  if (number !== null) return numberToken(number, text, at + number.length);
  const symbols = matchAt(operator, text, at);
  if (symbols !== null) return { kind: 'other', text: trimOperator(symbols) };
  return { kind: 'other', text: matchAt(punctuation, text, at) ?? '' };
}

/** Null when letters or digits run on behind the number. A number beyond int4 or with a point is no integer token. */
function numberToken(number: string, text: string, end: number): BoundToken | null {
  if (matchAt(canFollowNumber, text, end) === null) return null;
  const value = Number(number.replaceAll('_', ''));
  const isInteger = /^(?:\d[\d_]*|0[xXoObB]\w+)$/.test(number) && value <= 2147483647;
  return isInteger ? { kind: 'integer', text: number, value } : { kind: 'other', text: number };
}

/** Comments cut an operator short, and it may end in + or - only when it has one of the signs SQL itself lacks. */
function trimOperator(symbols: string): string {
  const comment = symbols.search(/--|\/\*/);
  let kept = comment > 0 ? symbols.slice(0, comment) : symbols;
  while (kept.length > 1 && /[+-]$/.test(kept) && !/[~!@#%^&|`?]/.test(kept)) kept = kept.slice(0, -1);
  return kept;
}

/** Identifier folding of a UTF-8 server: ASCII letters only. */
function foldCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

function lexError(message: string, near: string): PgError {
  return { code: '42601', message: `${message} at or near "${near}"` };
}

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}
