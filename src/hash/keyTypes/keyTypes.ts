import type { KeyType } from '../keyType.ts';
import type { TypeReference } from '../typeText.ts';
import { aclitem } from './aclitem.ts';
import { bool } from './bool.ts';
import { bpchar } from './bpchar.ts';
import { bytea } from './bytea.ts';
import { char } from './char.ts';
import { cid } from './cid.ts';
import { cidr } from './cidr.ts';
import { date } from './date.ts';
import { float4 } from './float4.ts';
import { float8 } from './float8.ts';
import { inet } from './inet.ts';
import { int2 } from './int2.ts';
import { int2vector } from './int2vector.ts';
import { int4 } from './int4.ts';
import { int8 } from './int8.ts';
import { interval } from './interval.ts';
import { jsonb } from './jsonb.ts';
import { macaddr } from './macaddr.ts';
import { macaddr8 } from './macaddr8.ts';
import { name } from './name.ts';
import { numeric } from './numeric.ts';
import { oid } from './oid.ts';
import { oidvector } from './oidvector.ts';
import { pg_lsn } from './pg_lsn.ts';
import { rangeTypes } from './rangeTypes.ts';
import { regTypes } from './regTypes.ts';
import { text } from './text.ts';
import { tid } from './tid.ts';
import { time } from './time.ts';
import { timestamp } from './timestamp.ts';
import { timestamptz } from './timestamptz.ts';
import { timetz } from './timetz.ts';
import { uuid } from './uuid.ts';
import { varchar } from './varchar.ts';
import { xid } from './xid.ts';
import { xid8 } from './xid8.ts';

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
  time,
  timetz,
  interval,
  numeric,
  float8,
  float4,
  bytea,
  bool,
  jsonb,
  inet,
  cidr,
  macaddr,
  macaddr8,
  ...rangeTypes,
  name,
  char,
  oid,
  oidvector,
  int2vector,
  xid8,
  xid,
  cid,
  tid,
  pg_lsn,
  ...regTypes,
  aclitem,
] as const satisfies readonly KeyType[];

/** Internal names of the key types, e.g. `int8`. */
export type KeyTypeId = (typeof keyTypes)[number]['id'];

const byName: ReadonlyMap<string, KeyType> = new Map(
  (keyTypes as readonly KeyType[]).flatMap((type) =>
    [type.id, type.sqlName, ...type.aliases].map((name): [string, KeyType] => [name, type]),
  ),
);

/** Types that take a length, with its least and greatest value, and those that take a precision of fractional seconds. */
const TAKES_LENGTH: ReadonlySet<string> = new Set(['varchar', 'bpchar']);
const TAKES_PRECISION: ReadonlySet<string> = new Set(['time', 'timetz', 'timestamp', 'timestamptz', 'interval']);

/**
 * Finds a type by its internal name, SQL name or alias in any case, with any white space and with a length or precision
 * as PostgreSQL writes it: `character varying(10)`, `timestamp(3) with time zone`, `numeric(10,2)`. `char` alone means
 * char(1), and the quoted `"char"` is another type. A name in double quotes is taken literally.
 * @returns null when it is not a key type, or not one that takes this number
 */
export function findKeyType(sqlTypeName: string): TypeReference | null {
  const quoted = /^\s*"(.*)"\s*$/s.exec(sqlTypeName);
  if (quoted !== null) {
    const type = byName.get(quoted[1] === 'char' ? '"char"' : quoted[1]!);
    return type !== undefined && (type.id === quoted[1] || quoted[1] === 'char') ? { type } : null;
  }
  const numbers = /\(\s*([-+]?\d+)\s*(?:,\s*([-+]?\d+)\s*)?\)/.exec(sqlTypeName);
  const name = (numbers === null ? sqlTypeName : sqlTypeName.replace(numbers[0], ' '))
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ');
  const type = byName.get(name);
  if (type === undefined) return null;
  if (numbers === null) return type.id === 'bpchar' && name !== 'bpchar' ? { type, typmod: 1 } : { type };
  return withNumbers(type, name, numbers[1]!, numbers[2]);
}

/** The type with what stands in parentheses behind its name; null when it does not take that. */
function withNumbers(type: KeyType, name: string, first: string, second: string | undefined): TypeReference | null {
  const number = Number(first);
  if (type.id === 'numeric') {
    const scale = Number(second ?? 0);
    const inRange = number >= 1 && number <= 1000 && Math.abs(scale) <= 1000;
    return inRange ? { type, typmod: number * 65536 + (scale & 2047) } : null;
  }
  if (second !== undefined || /^[-+]/.test(first)) return null;
  if (name === 'float' && number >= 1 && number <= 53) return { type: number <= 24 ? float4 : float8 };
  const isLength = TAKES_LENGTH.has(type.id) && number >= 1 && number <= 10_485_760;
  return isLength || TAKES_PRECISION.has(type.id) ? { type, typmod: number } : null;
}
