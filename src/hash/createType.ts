import { err, ok, type Result } from '../lib/result.ts';
import type { EnumLabel } from './keyType.ts';
import type { PgError } from './pgError.ts';

/** What a CREATE TYPE text says; types of columns are still names. */
export type CreateType =
  | { readonly kind: 'enum'; readonly name: string; readonly labels: readonly EnumLabel[] }
  | {
      readonly kind: 'composite';
      readonly name: string;
      readonly columns: readonly { readonly name: string; readonly typeName: string }[];
    };

const HEAD =
  /^\s*(?:create\s+type\s+)?("(?:[^"]|"")+"|[\p{L}_][\p{L}\p{N}_$]*)\s+as\s*(enum\b)?\s*\((.*)\)\s*;?\s*$/isu;
const LABEL = /^\s*'((?:[^']|'')*)'\s*(?:=\s*(\d+)\s*)?$/s;
const COLUMN = /^\s*("(?:[^"]|"")+"|[\p{L}_][\p{L}\p{N}_$]*)\s+(\S.*?)\s*$/su;

const MAX_OID = 4294967295;
const MAX_LABEL_BYTES = 63;
const MAX_COLUMNS = 1600;

/**
 * Reads `color AS ENUM ('red' = 16385, ...)` and `point3 AS (a int4, ...)`, with or without CREATE TYPE in front: the text
 * of PostgreSQL's command, with the oid of each label behind it. Null when the text is no such thing.
 */
export function parseCreateType(text: string): Result<CreateType, PgError> | null {
  const head = HEAD.exec(text);
  if (head === null) return null;
  const name = identifier(head[1]!);
  const items = splitItems(head[3]!);
  return head[2] === undefined ? readColumns(name, items) : readLabels(name, items);
}

/** An unquoted name is folded to lower case. */
function identifier(text: string): string {
  return text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text.toLowerCase();
}

function readLabels(name: string, items: readonly string[]): Result<CreateType, PgError> {
  const labels: EnumLabel[] = [];
  for (const item of items) {
    const match = LABEL.exec(item);
    if (match === null) return syntaxError(item);
    const label = match[1]!.replaceAll("''", "'");
    const wrong = labelError(label, match[2], labels);
    if (wrong !== null) return err(wrong);
    labels.push({ label, oid: Number(match[2]) });
  }
  if (labels.length === 0) return err({ code: '0A000', message: 'an enum without labels has no value to hash' });
  return ok({ kind: 'enum', name, labels });
}

function labelError(label: string, oid: string | undefined, before: readonly EnumLabel[]): PgError | null {
  if (new TextEncoder().encode(label).length > MAX_LABEL_BYTES || label === '') {
    const detail = `Labels must be ${MAX_LABEL_BYTES} bytes or less.`;
    return { code: '42602', message: `invalid enum label "${label}"`, detail };
  }
  if (oid === undefined) {
    const hint = "An enum is hashed by it: SELECT enumlabel, oid FROM pg_enum WHERE enumtypid = '...'::regtype;";
    return { code: '0A000', message: `the oid of the label "${label}" is missing: '${label}' = 16385`, hint };
  }
  if (Number(oid) < 1 || Number(oid) > MAX_OID) {
    return { code: '22003', message: `value "${oid}" is out of range for type oid` };
  }
  const twice = before.find((known) => known.label === label || known.oid === Number(oid));
  if (twice === undefined) return null;
  const what = twice.label === label ? `label "${label}"` : `oid ${oid}`;
  return { code: '42710', message: `${what} is given twice` };
}

function readColumns(name: string, items: readonly string[]): Result<CreateType, PgError> {
  if (items.length > MAX_COLUMNS)
    return err({ code: '54011', message: `tables can have at most ${MAX_COLUMNS} columns` });
  const columns: { name: string; typeName: string }[] = [];
  for (const item of items) {
    const match = COLUMN.exec(item);
    if (match === null) return syntaxError(item);
    const column = identifier(match[1]!);
    if (columns.some((known) => known.name === column)) {
      return err({ code: '42701', message: `column "${column}" specified more than once` });
    }
    columns.push({ name: column, typeName: match[2]! });
  }
  return ok({ kind: 'composite', name, columns });
}

function syntaxError(item: string): Result<never, PgError> {
  const word = /^\s*("(?:[^"]|"")*"|'(?:[^']|'')*'|[\p{L}\p{N}_]+|\S)?/u.exec(item)?.[1];
  const at = word === undefined ? 'at end of input' : `at or near "${word}"`;
  return err({ code: '42601', message: `syntax error ${at}` });
}

/** Cuts at commas that stand neither in quotes nor in parentheses; blanks alone are no item. */
function splitItems(text: string): string[] {
  const characters = [...text];
  const items: string[] = [];
  let depth = 0;
  let quote = '';
  let start = 0;
  for (const [at, char] of characters.entries()) {
    if (quote !== '') quote = char === quote ? '' : quote;
    else if (char === "'" || char === '"') quote = char;
    else if (char === '(') depth++;
    else if (char === ')') depth--;
    else if (char === ',' && depth === 0) {
      items.push(characters.slice(start, at).join(''));
      start = at + 1;
    }
  }
  items.push(characters.slice(start).join(''));
  return items.length === 1 && items[0]!.trim() === '' ? [] : items;
}
