import { err, ok, type Result } from '../lib/result.ts';
import type { KeyType, OperatorClass } from './keyType.ts';
import { keyTypes } from './keyTypes/keyTypes.ts';
import type { PgError } from './pgError.ts';

/** A type as a key column with this operator class hashes it: its `rule` and `hash` are those of the class. */
export interface ClassedType {
  readonly type: KeyType;
  readonly operatorClass: OperatorClass;
}

/** Every hash operator class of the catalog; those of types that a user creates belong to no type of the list. */
const existing: ReadonlySet<string> = new Set([
  ...(keyTypes as readonly KeyType[]).flatMap(({ operatorClasses }) => operatorClasses.map(({ name }) => name)),
  'enum_ops',
  'record_ops',
]);

const rehashed = new WeakMap<KeyType, Map<OperatorClass, KeyType>>();

/**
 * The type under an operator class, by the class' name in the catalog, its default one when there is no name. The same
 * arguments give the same objects. Errors are those of ResolveOpClass() in src/backend/commands/indexcmds.c.
 */
export function withOperatorClass(type: KeyType, name?: string): Result<ClassedType, PgError> {
  const { operatorClasses } = type;
  const operatorClass = name === undefined ? operatorClasses[0] : operatorClasses.find((known) => known.name === name);
  if (operatorClass !== undefined) return ok({ type: hashedBy(type, operatorClass), operatorClass });
  return err(
    existing.has(name!)
      ? { code: '42804', message: `operator class "${name}" does not accept data type ${type.sqlName}` }
      : { code: '42704', message: `operator class "${name}" does not exist for access method "hash"` },
  );
}

function hashedBy(type: KeyType, operatorClass: OperatorClass): KeyType {
  if (operatorClass.hashed === undefined) return type;
  const byClass = rehashed.get(type) ?? new Map<OperatorClass, KeyType>();
  rehashed.set(type, byClass);
  const known = byClass.get(operatorClass) ?? { ...type, ...operatorClass.hashed };
  byClass.set(operatorClass, known);
  return known;
}
