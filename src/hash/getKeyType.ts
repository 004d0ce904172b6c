import type { KeyType } from './keyType.ts';
import { PgException } from './pgError.ts';
import { resolveKeyType } from './resolveKeyType.ts';

const known = new Map<string, KeyType>();

/**
 * The key type that a key column names: a plain type such as `int8`, or one made of others such as `int8[]`. The same
 * name gives the same object, so types can be compared.
 * @throws PgException when there is no such type; columns of a valid document name one
 */
export function getKeyType(name: string): KeyType {
  const type = known.get(name);
  if (type !== undefined) return type;
  const resolved = resolveKeyType(name);
  if (!resolved.ok) throw new PgException(resolved.error);
  known.set(name, resolved.value.type);
  return resolved.value.type;
}
