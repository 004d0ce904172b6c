import type { PgError } from '../hash/pgError.ts';

/**
 * The part of PostgreSQL's lexer (src/backend/parser/scan.l, version 18) that a partition bound can meet. `text` is the
 * source as it stands, for error messages; `word` is folded to lower case unless it was quoted. What the lexer itself
 * refuses is a `broken` token, since the parser only meets it if nothing before it was wrong.
 */
export type BoundToken =
  | { readonly kind: 'word'; readonly text: string; readonly word: string; readonly quoted: boolean }
  | { readonly kind: 'integer'; readonly text: string; readonly value: number }
  | { readonly kind: 'other'; readonly text: string }
  | { readonly kind: 'broken'; readonly text: string; readonly error: PgError };

interface Rule {
  readonly pattern: RegExp;
  readonly read: (text: string) => BoundToken;
}

const digits = String.raw`\d(?:_?\d)*`;
const exponent = `[eE][+-]?${digits}`;
const decimal = String.raw`(?:${digits}\.(?!\.)(?:${digits})?|\.${digits})`;
const identifier = String.raw`[a-zA-Z_\u0080-\uffff][\w$\u0080-\uffff]*`;
const quoted = (mark: string): string => `${mark}(?:[^${mark}]|${mark}${mark})*`;

/** As in the original, the longest match wins and on equal length the first rule. */
const rules: readonly Rule[] = [
  rule(String.raw`/\*[\s\S]*`, broken('unterminated /* comment')),
  rule(`(?:[uU]&)?${quoted('"')}"`, readQuoted),
  rule(`(?:[uU]&)?${quoted('"')}$`, broken('unterminated quoted identifier')),
  rule(`(?:[eEbBxX]|[uU]&)?${quoted("'")}'`, other),
  rule(`(?:[eEbBxX]|[uU]&)?${quoted("'")}$`, broken('unterminated quoted string')),
  rule(String.raw`(\$(?:[a-zA-Z_\u0080-\uffff][\w\u0080-\uffff]*)?\$)[\s\S]*?\1`, other),
  rule(identifier, (text) => ({ kind: 'word', text, word: foldCase(text), quoted: false })),
  rule(digits, readInteger),
  rule('0[xX](?:_?[0-9a-fA-F])+', readInteger),
  rule('0[oO](?:_?[0-7])+', readInteger),
  rule('0[bB](?:_?[01])+', readInteger),
  rule('0[xX]_?', broken('invalid hexadecimal integer')),
  rule('0[oO]_?', broken('invalid octal integer')),
  rule('0[bB]_?', broken('invalid binary integer')),
  rule(`(?:${decimal}|${digits}(?=[eE]))(?:${exponent})?`, other),
  rule(`(?:${decimal}|${digits})(?:${exponent})?${identifier}`, broken('trailing junk after numeric literal')),
  rule(`(?:${decimal}|${digits})[eE][+-]`, broken('trailing junk after numeric literal')),
  rule(String.raw`\$\d+`, other),
  rule(String.raw`\$\d+${identifier}`, broken('trailing junk after parameter')),
  rule(String.raw`[+\-*/<>=~!@#%^&|${'`'}?]+`, (text) => other(trimOperator(text))),
  rule(String.raw`\.\.|::|:=`, other),
  rule(String.raw`[\s\S]`, other, 'u'),
];

const space = /(?:[ \t\n\r\f\v]+|--[^\n\r]*)+/y;

/** Splits the text of a bound into tokens, without white space and comments; ends behind the first broken token. */
export function lexBound(text: string): readonly BoundToken[] {
  const tokens: BoundToken[] = [];
  let at = 0;
  while (at < text.length) {
    const blank = matchAt(space, text, at).length || commentLength(text, at);
    at += blank;
    if (blank > 0) continue;
    const token = longestToken(text, at);
    tokens.push(token);
    if (token.kind === 'broken') break;
    at += token.text.length;
  }
  return tokens;
}

function rule(source: string, read: Rule['read'], flags = ''): Rule {
  return { pattern: new RegExp(source, `y${flags}`), read };
}

function longestToken(text: string, at: number): BoundToken {
  let longest = '';
  let read: Rule['read'] = other;
  for (const candidate of rules) {
    const found = matchAt(candidate.pattern, text, at);
    if (found.length <= longest.length) continue;
    longest = found;
    read = candidate.read;
  }
  return read(longest);
}

/** Length of a comment that begins here, 0 when there is none or it doesn't end; comments nest. */
function commentLength(text: string, start: number): number {
  let depth = 0;
  let at = start;
  do {
    const isStart = text.startsWith('/*', at);
    const isEnd = text.startsWith('*/', at);
    depth += Number(isStart) - Number(isEnd);
    at += isStart || isEnd ? 2 : 1;
  } while (depth > 0 && at < text.length);
  return depth === 0 && text.startsWith('/*', start) ? at - start : 0;
}

function other(text: string): BoundToken {
  return { kind: 'other', text };
}

function broken(message: string): (text: string) => BoundToken {
  return (text) => ({ kind: 'broken', text, error: { code: '42601', message: `${message} at or near "${text}"` } });
}

function readQuoted(text: string): BoundToken {
  const word = text.slice(text.indexOf('"') + 1, -1).replaceAll('""', '"');
  return word === '' ? broken('zero-length delimited identifier')(text) : { kind: 'word', text, word, quoted: true };
}

/** A number beyond int4 is a numeric constant to the grammar. */
function readInteger(text: string): BoundToken {
  const value = Number(text.replaceAll('_', ''));
  return value <= 2147483647 ? { kind: 'integer', text, value } : other(text);
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

function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}
