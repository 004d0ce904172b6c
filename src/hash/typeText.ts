import type { KeyType } from './keyType.ts';

/** A type and the number in parentheses behind its name, if any. */
export interface TypeReference {
  readonly type: KeyType;
  readonly typmod?: number;
}

/** The number in parentheses as it is written: `(10)`, of numeric `(10,2)`; empty when there is none. */
function modifier({ type, typmod }: TypeReference): string {
  if (typmod === undefined) return '';
  if (type.id !== 'numeric') return `(${typmod})`;
  return `(${typmod >>> 16},${((typmod & 0x7ff) ^ 1024) - 1024})`;
}

/** The name that gives the same reference back, e.g. `varchar(10)`, by the type's id. */
export function typeExpression(reference: TypeReference): string {
  return reference.type.id + modifier(reference);
}

/** The name as format_type() prints it, e.g. `timestamp(3) with time zone`. */
export function typeSqlName(reference: TypeReference): string {
  const { sqlName } = reference.type;
  if (reference.typmod === undefined) return sqlName;
  const [first = '', ...rest] = sqlName.split(' ');
  // The number stands behind `time` and `timestamp`, but behind `character varying`.
  return rest[0]?.startsWith('with') ? [first + modifier(reference), ...rest].join(' ') : sqlName + modifier(reference);
}
