import type { KeyType } from './keyType.ts';
import { withOperatorClass } from './operatorClass.ts';
import { PgException } from './pgError.ts';
import { resolveKeyType } from './resolveKeyType.ts';

const known = new Map<string, KeyType>();

/**
 * The key type that a key column names: a plain type such as `int8`, or one made of others such as `int8[]`, hashed as its
 * operator class does it. The same names give the same object, so types can be compared.
 * @param operatorClass a class that takes the type; its default one when absent
 * @throws PgException when there is no such type or class; columns of a valid document name them
 */
export function getKeyType(name: string, operatorClass?: string): KeyType {
  const type = findNamed(name);
  if (operatorClass === undefined) return type;
  const classed = withOperatorClass(type, operatorClass);
  if (!classed.ok) throw new PgException(classed.error);
  return classed.value.type;
}

function findNamed(name: string): KeyType {
  const type = known.get(name);
  if (type !== undefined) return type;
  const resolved = resolveKeyType(name);
  if (!resolved.ok) throw new PgException(resolved.error);
  known.set(name, resolved.value.type);
  return resolved.value.type;
}
