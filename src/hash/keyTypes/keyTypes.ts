import type { KeyType } from '../keyType.ts';
import { bool } from './bool.ts';
import { bpchar } from './bpchar.ts';
import { bytea } from './bytea.ts';
import { date } from './date.ts';
import { float4 } from './float4.ts';
import { float8 } from './float8.ts';
import { int2 } from './int2.ts';
import { int4 } from './int4.ts';
import { int8 } from './int8.ts';
import { numeric } from './numeric.ts';
import { oid } from './oid.ts';
import { text } from './text.ts';
import { time } from './time.ts';
import { timestamp } from './timestamp.ts';
import { timestamptz } from './timestamptz.ts';
import { timetz } from './timetz.ts';
import { uuid } from './uuid.ts';
import { varchar } from './varchar.ts';

/** Every key type, in the order menus show them. A new type is one file and one entry here. */
export const keyTypes = [
  int8,
  int4,
  int2,
  text,
  varchar,
  bpchar,
  uuid,
  timestamptz,
  timestamp,
  date,
  bytea,
  bool,
  oid,
  numeric,
  float8,
  float4,
  time,
  timetz,
] as const satisfies readonly KeyType[];

/** Internal names of the key types, e.g. `int8`. */
export type KeyTypeId = (typeof keyTypes)[number]['id'];

/** A type with the number in parentheses behind its name, if any. */
export interface TypeReference {
  readonly type: KeyType;
  readonly typmod?: number;
}

const byName: ReadonlyMap<string, KeyType> = new Map(
  (keyTypes as readonly KeyType[]).flatMap((type) =>
    [type.id, type.sqlName, ...type.aliases].map((name): [string, KeyType] => [name, type]),
  ),
);

const TAKES_TYPMOD: ReadonlySet<string> = new Set(['varchar', 'bpchar', 'timestamp', 'timestamptz']);

/**
 * Finds a type by its internal name, SQL name or alias in any case, with any white space and with a length or precision
 * as PostgreSQL writes it: `character varying(10)`, `timestamp(3) with time zone`. `char` alone means char(1), and the
 * quoted `"char"` is another type. A name in double quotes is taken literally.
 * @returns null when it is not a key type, or not one that takes this number
 */
export function findKeyType(sqlTypeName: string): TypeReference | null {
  const quoted = /^\s*"(.*)"\s*$/s.exec(sqlTypeName);
  if (quoted !== null) {
    const type = byName.get(quoted[1]!);
    return type !== undefined && type.id === quoted[1] ? { type } : null;
  }
  const number = /\(\s*(\d+)\s*\)/.exec(sqlTypeName);
  const name = sqlTypeName
    .replace(/\(\s*\d+\s*\)/, ' ')
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ');
  const type = byName.get(name);
  if (type === undefined) return null;
  if (number === null) return type.id === 'bpchar' && name !== 'bpchar' ? { type, typmod: 1 } : { type };
  const typmod = Number(number[1]);
  const isLength = type.storage === 'bytes';
  if (!TAKES_TYPMOD.has(type.id) || (isLength && (typmod < 1 || typmod > 10_485_760))) return null;
  return { type, typmod };
}
