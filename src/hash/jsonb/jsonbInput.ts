import { err, ok, type Result } from '../../lib/result.ts';
import { parseNumeric } from '../input/numericInput.ts';
import type { PgError } from '../pgError.ts';
import { type JsonToken, jsonError, nextToken } from './jsonLexer.ts';

// parse_json() in src/common/jsonapi.c, jsonb_in() and jsonb_out() in src/backend/utils/adt/jsonb.c.

/** A value on its way to canonical text: scalars are text already. */
type Node = { readonly items: string[] } | { readonly members: Map<string, string>; key: string };

/** PostgreSQL's stack ends at some thousand levels, depending on max_stack_depth; the default of 2 MB allows this many. */
const MAX_DEPTH = 6000;

const encoder = new TextEncoder();

/**
 * Reads a jsonb and gives it as jsonb_out() prints it: keys of an object once each, the last value winning, ordered by
 * length in bytes and then by bytes; numbers as numeric_out() prints them.
 */
export function parseJsonb(text: string): Result<string, PgError> {
  const open: Node[] = [];
  let at = 0;
  let expect: Expectation = 'value';
  for (;;) {
    const next = nextToken(text, at);
    if (!next.ok) return next;
    const { token } = next.value;
    at = next.value.at;
    const parent = open.at(-1);
    if (!fits(token, expect)) return unexpected(token, expect);
    let done: string | null = null;
    if (token.kind === '{' || token.kind === '[') {
      if (open.length >= MAX_DEPTH) return err(TOO_DEEP);
      open.push(token.kind === '{' ? { members: new Map(), key: '' } : { items: [] });
      expect = token.kind === '{' ? 'firstKey' : 'firstItem';
    } else if (token.kind === '}' || token.kind === ']') {
      open.pop();
      done = print(parent!);
    } else if (token.kind === ':') expect = 'value';
    else if (token.kind === ',') expect = 'members' in parent! ? 'key' : 'item';
    else if (token.kind === 'string' && (expect === 'key' || expect === 'firstKey')) {
      (parent as Extract<Node, { key: string }>).key = token.value;
      expect = 'colon';
    } else {
      const scalar = scalarText(token);
      if (!scalar.ok) return scalar;
      done = scalar.value;
    }
    if (done === null) continue;
    const holder = open.at(-1);
    if (holder === undefined) return finish(text, at, done);
    if ('items' in holder) holder.items.push(done);
    else holder.members.set(holder.key, done);
    expect = 'items' in holder ? 'nextItem' : 'nextKey';
  }
}

type Expectation = 'value' | 'firstKey' | 'key' | 'colon' | 'nextKey' | 'firstItem' | 'item' | 'nextItem';

const VALUES = ['{', '[', 'string', 'number', 'true', 'false', 'null'];

const ACCEPTED: Readonly<Record<Expectation, readonly string[]>> = {
  value: VALUES,
  item: VALUES,
  firstItem: [...VALUES, ']'],
  nextItem: [',', ']'],
  firstKey: ['string', '}'],
  key: ['string'],
  colon: [':'],
  nextKey: [',', '}'],
};

const WANTED: Readonly<Record<Expectation, string>> = {
  value: 'JSON value',
  item: 'JSON value',
  firstItem: 'array element or "]"',
  nextItem: '"," or "]"',
  firstKey: 'string or "}"',
  key: 'string',
  colon: '":"',
  nextKey: '"," or "}"',
};

const TOO_DEEP: PgError = {
  code: '54001',
  message: 'stack depth limit exceeded',
  hint:
    'Increase the configuration parameter "max_stack_depth" (currently 2048kB), after ensuring the platform\'s stack ' +
    'depth limit is adequate.',
};

function fits(token: JsonToken, expect: Expectation): boolean {
  return ACCEPTED[expect].includes(token.kind);
}

function unexpected(token: JsonToken, expect: Expectation): Result<never, PgError> {
  if (token.kind === 'end') return jsonError('The input string ended unexpectedly.');
  // At the beginning of an array PostgreSQL goes straight to the value when there is no bracket.
  const wanted = expect === 'firstItem' ? WANTED.value : WANTED[expect];
  return jsonError(`Expected ${wanted}, but found "${token.text}".`);
}

function finish(text: string, at: number, value: string): Result<string, PgError> {
  const rest = nextToken(text, at);
  if (!rest.ok) return rest;
  const { token } = rest.value;
  return token.kind === 'end' ? ok(value) : jsonError(`Expected end of input, but found "${token.text}".`);
}

function scalarText(token: JsonToken): Result<string, PgError> {
  if (token.kind === 'string') return ok(quoteJson(token.value));
  return token.kind === 'number' ? parseNumeric(token.text, 18) : ok(token.kind);
}

function print(node: Node): string {
  if ('items' in node) return `[${node.items.join(', ')}]`;
  const members = [...node.members].map(([key, value]) => ({ key, value, bytes: encoder.encode(key) }));
  members.sort((a, b) => a.bytes.length - b.bytes.length || compareBytes(a.bytes, b.bytes));
  return `{${members.map(({ key, value }) => `${quoteJson(key)}: ${value}`).join(', ')}}`;
}

function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const at = a.findIndex((byte, index) => byte !== b[index]);
  return at < 0 ? 0 : a[at]! - b[at]!;
}

const SHORT: Readonly<Record<string, string>> = {
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '"': '\\"',
  '\\': '\\\\',
};

/** escape_json(). */
function quoteJson(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must be escaped.
  return `"${text.replaceAll(/["\\\u0000-\u001f]/g, (char) => SHORT[char] ?? `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)}"`;
}
