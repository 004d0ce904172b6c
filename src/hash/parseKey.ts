import { err, ok, type Result } from '../lib/result.ts';
import type { InputContext, OperatorClass } from './keyType.ts';
import { withOperatorClass } from './operatorClass.ts';
import type { TypedValue } from './partitionHash.ts';
import type { PgError } from './pgError.ts';
import { resolveKeyType } from './resolveKeyType.ts';
import { DEFAULT_SERVER, type ServerSpec } from './server.ts';
import type { TypeReference } from './typeText.ts';

/** PARTITION_MAX_KEYS of src/include/pg_config_manual.h. */
const MAX_COLUMNS = 32;

/** A type by its SQL or internal name; an operator class, by its name in the catalog, is the default one unless told. */
export type TypeName = string | { readonly type: string; readonly operatorClass?: string };

/** One column of a key as its type name and its text say; the type is as its operator class hashes it. */
export interface KeyPart extends TypedValue {
  readonly typmod?: number;
  readonly operatorClass: OperatorClass;
}

/** What is wrong with a key, and in which of its columns (0-based). */
export interface KeyError {
  readonly column: number;
  readonly error: PgError;
}

/**
 * Resolves the types and parses the texts of a key.
 * @param types 1 to 32
 * @param values text as PostgreSQL's input functions take it, null for NULL, one for each type
 * @param server whose version reads the texts and whose encoding they are hashed in
 */
export function parseKey(
  types: readonly TypeName[],
  values: readonly (string | null)[],
  server: ServerSpec = DEFAULT_SERVER,
): Result<readonly KeyPart[], KeyError> {
  const countError = checkCount(types.length, values.length);
  if (countError !== null) return err({ column: Math.min(types.length, values.length), error: countError });
  const parts: KeyPart[] = [];
  for (const [column, name] of types.entries()) {
    const part = parsePart(name, values[column]!, server);
    if (!part.ok) return err({ column, error: part.error });
    parts.push(part.value);
  }
  return ok(parts);
}

function parsePart(name: TypeName, text: string | null, server: ServerSpec): Result<KeyPart, PgError> {
  const { type: typeName, operatorClass } = typeof name === 'string' ? { type: name } : name;
  const reference = resolveKeyType(typeName);
  if (!reference.ok) return reference;
  const classed = withOperatorClass(reference.value.type, operatorClass);
  if (!classed.ok) return classed;
  const value = text === null ? ok(null) : classed.value.type.parse(text, contextOf(server, reference.value));
  return value.ok ? ok({ ...reference.value, ...classed.value, value: value.value }) : value;
}

function contextOf(server: ServerSpec, { typmod }: TypeReference): InputContext {
  return typmod === undefined ? server : { ...server, typmod };
}

/** The texts of satisfies_hash_partition() and of CREATE TABLE for a wrong number of columns. */
function checkCount(types: number, values: number): PgError | null {
  if (types > MAX_COLUMNS) return { code: '54011', message: 'cannot partition using more than 32 columns' };
  if (types === values && types > 0) return null;
  return {
    code: '22023',
    message: `number of partitioning columns (${types}) does not match number of partition keys provided (${values})`,
  };
}
