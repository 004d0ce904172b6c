import { err, ok, type Result } from '../lib/result.ts';
import { parseCreateType } from './createType.ts';
import type { CompositeColumn } from './keyType.ts';
import { findKeyType } from './keyTypes/keyTypes.ts';
import { arrayOf } from './made/arrayOf.ts';
import { enumOf } from './made/enumOf.ts';
import { recordOf } from './made/recordOf.ts';
import type { PgError } from './pgError.ts';
import type { TypeReference } from './typeText.ts';

/** Types without a default hash operator class, by the names format_type() prints; the same list in 15 and 18. */
const UNHASHABLE: ReadonlySet<string> = new Set(
  (
    'bit,bit varying,box,circle,json,jsonpath,line,lseg,money,path,point,polygon,refcursor,tsquery,tsvector,xml,' +
    'pg_snapshot,txid_snapshot,gtsvector'
  ).split(','),
);

/**
 * Types that PostgreSQL hashes as the text or bytea they are stored as, but that no statement can make a value of: their
 * input functions refuse every text.
 */
const WITHOUT_VALUES: ReadonlyMap<string, string> = new Map([
  ...['pg_node_tree', 'pg_ndistinct', 'pg_dependencies', 'pg_mcv_list', 'pg_brin_bloom_summary'].map((name) => [
    name,
    name,
  ]),
  // Its input function names it so.
  ['pg_brin_minmax_multi_summary', 'brin_minmax_multi_summary'],
] as [string, string][]);

/**
 * Resolves a type name to a key type, or to the error PostgreSQL gives when a hash partition key is declared with it:
 * 42704 for an unknown type and for one without hash operator class, 42601 and 22023 for a number it does not take.
 *
 * Beside the names of plain types these make others: `integer[]` and what else CREATE TABLE takes for an array, and the
 * text of CREATE TYPE for the user's own, `point3 AS (a int4, b text)`, `color AS ENUM ('red' = 16385, 'green' = 16387)`
 * with the oid of each label, on which its hash depends.
 */
export function resolveKeyType(sqlTypeName: string): Result<TypeReference, PgError> {
  const created = parseCreateType(sqlTypeName);
  if (created !== null) {
    if (!created.ok) return created;
    const { name, ...body } = created.value;
    if (body.kind === 'enum') return ok({ type: enumOf(name, body.labels) });
    const columns = resolveColumns(body.columns);
    return columns.ok ? ok({ type: recordOf(name, columns.value) }) : columns;
  }
  const elementName = elementOf(sqlTypeName);
  if (elementName !== null) {
    const element = resolveKeyType(elementName);
    return element.ok ? ok({ type: arrayOf(element.value) }) : err(insideError(element.error));
  }
  return resolvePlain(sqlTypeName);
}

/** The element type of `int4[]`, `int4[3][]`, `int4 ARRAY`, `int4 ARRAY[4]` and `_int4`; null for anything else. */
function elementOf(name: string): string | null {
  const brackets = /^(.*?[^\s\]])\s*(?:\[\s*\d*\s*\]\s*)+$/s.exec(name);
  const word = /^(.*\S)\s+array\s*$/is.exec(brackets?.[1] ?? name);
  if (word !== null) return word[1]!;
  if (brackets !== null) return brackets[1]!;
  const internal = /^\s*"?_([a-z][a-z0-9_]*)"?\s*$/.exec(name);
  if (internal === null) return null;
  return internal[1] === 'char' ? '"char"' : internal[1]!;
}

function resolveColumns(
  columns: readonly { readonly name: string; readonly typeName: string }[],
): Result<readonly CompositeColumn[], PgError> {
  const resolved: CompositeColumn[] = [];
  for (const { name, typeName } of columns) {
    const reference = resolveKeyType(typeName);
    if (!reference.ok) return err(insideError(reference.error));
    resolved.push({ name, ...reference.value });
  }
  return ok(resolved);
}

/** PostgreSQL accepts a table with such an array or row, and refuses its first row. */
function insideError(error: PgError): PgError {
  const unhashable = /^data type (.*) has no default operator class for access method "hash"$/.exec(error.message);
  if (unhashable === null) return error;
  return { code: '42883', message: `could not identify an extended hash function for type ${unhashable[1]}` };
}

function resolvePlain(sqlTypeName: string): Result<TypeReference, PgError> {
  const found = findKeyType(sqlTypeName);
  if (found !== null) return ok(found);
  const numbers = /\(\s*([-+]?\d+)((?:\s*,\s*[-+]?\d+)*)\s*\)/.exec(sqlTypeName);
  const plain = findKeyType(numbers === null ? sqlTypeName : sqlTypeName.replace(numbers[0], ' '));
  const name = plainName(sqlTypeName);
  if (plain !== null && numbers !== null) return err(typmodError(plain, name, numbers));
  const canonical = name === 'varbit' ? 'bit varying' : name;
  if (UNHASHABLE.has(canonical)) return err(noOperatorClass(canonical));
  const refusing = WITHOUT_VALUES.get(canonical);
  if (refusing !== undefined) return err({ code: '0A000', message: `cannot accept a value of type ${refusing}` });
  if (canonical.startsWith('interval ')) {
    return err({ code: '0A000', message: `keys of type ${canonical} are not supported` });
  }
  return err({ code: '42704', message: `type "${name}" does not exist` });
}

function plainName(sqlTypeName: string): string {
  const quoted = /^\s*"(.*)"\s*$/s.exec(sqlTypeName);
  if (quoted !== null) return quoted[1]!.replaceAll('""', '"');
  const folded = sqlTypeName.toLowerCase().replace(/\([^)]*\)/, ' ');
  return folded.trim().replace(/\s+/g, ' ');
}

/** Names that the grammar knows, with what may stand behind them; all other names take any list of expressions. */
const KEYWORDS = /^(?:real|double|float|time|timestamp|interval|char|character|varchar|nchar|national)\b/;

/** @param match the parentheses, their first number, and the others each behind a comma */
function typmodError({ type }: TypeReference, typeName: string, match: RegExpExecArray): PgError {
  const [, first = '', others = ''] = match;
  if (type.id === 'numeric') return numericTypmodError(Number(first), others.split(',').slice(1).map(Number));
  const unexpected = typeName === 'real' || typeName === 'double precision' ? '(' : /^[-+]/.exec(first)?.[0];
  if (unexpected !== undefined && KEYWORDS.test(typeName)) {
    return { code: '42601', message: `syntax error at or near "${unexpected}"` };
  }
  if (typeName === 'float') {
    const limit = Number(first) < 1 ? 'at least 1 bit' : 'less than 54 bits';
    return { code: '22023', message: `precision for type float must be ${limit}` };
  }
  const name = type.id === 'bpchar' ? 'char' : type.id;
  if (name !== 'char' && name !== 'varchar') {
    return { code: '42601', message: `type modifier is not allowed for type "${name}"` };
  }
  const limit = Number(first) < 1 ? 'must be at least 1' : 'cannot exceed 10485760';
  return { code: '22023', message: `length for type ${name} ${limit}` };
}

/** numerictypmodin() in src/backend/utils/adt/numeric.c. */
function numericTypmodError(precision: number, [scale, ...more]: readonly number[]): PgError {
  if (more.length > 0) return { code: '22023', message: 'invalid NUMERIC type modifier' };
  const badPrecision = precision < 1 || precision > 1000;
  const message = badPrecision
    ? `NUMERIC precision ${precision} must be between 1 and 1000`
    : `NUMERIC scale ${scale} must be between -1000 and 1000`;
  return { code: '22023', message };
}

function noOperatorClass(typeName: string): PgError {
  return {
    code: '42704',
    message: `data type ${typeName} has no default operator class for access method "hash"`,
    hint: 'You must specify a hash operator class or define a default hash operator class for the data type.',
  };
}
