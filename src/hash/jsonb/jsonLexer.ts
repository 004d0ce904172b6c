import { err, ok, type Result } from '../../lib/result.ts';
import type { PgError } from '../pgError.ts';

// json_lex(), json_lex_string(), json_lex_number() and json_errdetail() in src/common/jsonapi.c.

export type JsonToken =
  | { readonly kind: '{' | '}' | '[' | ']' | ':' | ','; readonly text: string }
  | { readonly kind: 'string'; readonly text: string; readonly value: string }
  | { readonly kind: 'number' | 'true' | 'false' | 'null' | 'end'; readonly text: string };

const SPACE = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
/** What belongs to a word or a number as far as an error message goes: letters, digits, underscore, all beyond ASCII. */
const WORD = /[a-zA-Z0-9_\u0080-\u{10ffff}]*/uy;

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

/** 22P02 with the reason as its detail. */
export function jsonError(detail: string): Result<never, PgError> {
  return err({ code: '22P02', message: 'invalid input syntax for type json', detail });
}

function invalidToken(text: string): Result<never, PgError> {
  return jsonError(`Token "${text}" is invalid.`);
}

function match(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}

/** Reads token after token; `at` is where the next one begins. */
export function nextToken(
  text: string,
  from: number,
): Result<{ readonly token: JsonToken; readonly at: number }, PgError> {
  const start = from + match(SPACE, text, from).length;
  const char = text[start];
  if (char === undefined) return ok({ token: { kind: 'end', text: '' }, at: start });
  if (char === '{' || char === '}' || char === '[' || char === ']' || char === ':' || char === ',') {
    return ok({ token: { kind: char, text: char }, at: start + 1 });
  }
  if (char === '"') return readString(text, start);
  const word = match(WORD, text, start);
  if (char === '-' || /\d/.test(char)) {
    const number = match(NUMBER, text, start);
    const end = start + number.length;
    const rest = badNumberTail(text, start, end);
    return rest === null ? ok({ token: { kind: 'number', text: number }, at: end }) : invalidToken(rest);
  }
  if (word === 'true' || word === 'false' || word === 'null') {
    return ok({ token: { kind: word, text: word }, at: start + word.length });
  }
  return invalidToken(word === '' ? String.fromCodePoint(text.codePointAt(start)!) : word);
}

/** The whole of a number that something is wrong with, as an error shows it; null for a good one. */
function badNumberTail(text: string, start: number, end: number): string | null {
  let at = end;
  if (end === start) at = start + 1;
  // A point or an exponent that no digits follow ends the number, but is part of what was read.
  else if (text[at] === '.' && !/[.eE]/.test(text.slice(start, end))) at++;
  else if (/[eE]/.test(text[at] ?? '') && !/[eE]/.test(text.slice(start, end)))
    at += /[+-]/.test(text[at + 1] ?? '') ? 2 : 1;
  const tail = match(WORD, text, at);
  return at === end && tail === '' ? null : text.slice(start, at + tail.length);
}

function readString(text: string, start: number): Result<{ readonly token: JsonToken; readonly at: number }, PgError> {
  let value = '';
  let high = '';
  for (let at = start + 1; ; at++) {
    const char = text[at];
    if (char === undefined) return invalidToken(text.slice(start));
    if (char === '\\' && text[at + 1] === 'u') {
      if (/^[0-9a-fA-F]{0,3}$/.test(text.slice(at + 2))) return invalidToken(text.slice(start));
      const unit = readUnit(text, at + 2, high);
      if (!unit.ok) return unit;
      high = unit.value >= '\ud800' && unit.value < '\udc00' ? unit.value : '';
      value += unit.value;
      at += 5;
      continue;
    }
    if (high !== '') return jsonError('Unicode low surrogate must follow a high surrogate.');
    if (char === '"') return ok({ token: { kind: 'string', text: text.slice(start, at + 1), value }, at: at + 1 });
    if (char < ' ') {
      const code = char.charCodeAt(0).toString(16).padStart(2, '0');
      return jsonError(`Character with value 0x${code} must be escaped.`);
    }
    if (char === '\\') {
      at++;
      if (text[at] === undefined) return invalidToken(text.slice(start));
      const escaped = ESCAPES[text[at]!];
      if (escaped === undefined) {
        return jsonError(`Escape sequence "\\${String.fromCodePoint(text.codePointAt(at)!)}" is invalid.`);
      }
      value += escaped;
    } else value += char;
  }
}

/** The code unit of four hexadecimal digits; `high` is the high surrogate before it, if any. */
function readUnit(text: string, at: number, high: string): Result<string, PgError> {
  const digits = text.slice(at, at + 4);
  if (!/^[0-9a-fA-F]{4}$/.test(digits)) return jsonError('"\\u" must be followed by four hexadecimal digits.');
  const code = Number.parseInt(digits, 16);
  if (code === 0) {
    const detail = '\\u0000 cannot be converted to text.';
    return err({ code: '22P05', message: 'unsupported Unicode escape sequence', detail });
  }
  const isHigh = code >= 0xd800 && code < 0xdc00;
  const isLow = code >= 0xdc00 && code < 0xe000;
  if (isHigh && high !== '') return jsonError('Unicode high surrogate must not follow a high surrogate.');
  if (isLow !== (high !== '')) return jsonError('Unicode low surrogate must follow a high surrogate.');
  return ok(String.fromCharCode(code));
}
