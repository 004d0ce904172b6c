import type { CompositeColumn, KeyType } from '../hash/keyType.ts';

/** Julian day of 2025-01-01, which PostgreSQL reads as `J2460677`. */
const DAYS = 2_460_677;

/** Patterns that suit one type, by id; see patternText.ts. */
const patterns: Readonly<Record<string, string>> = {
  bool: '{n%2}',
  '"char"': '{n%10}',
  date: `J{n%100000+${DAYS}}`,
  timestamp: `J{n%100000+${DAYS}}`,
  timestamptz: `J{n%100000+${DAYS}}`,
  time: '{n/3600%24:2}:{n/60%60:2}:{n%60:2}',
  timetz: '{n/3600%24:2}:{n/60%60:2}:{n%60:2}+00',
  interval: '{n} seconds',
  uuid: '{r:8x}{r:8x}{r:8x}{r:8x}',
  bytea: '\\x{n:16x}',
  int2: '{n%32768}',
  int4: '{n%2147483648}',
  oid: '{n%4294967296}',
  xid: '{n%4294967296}',
  cid: '{n%4294967296}',
  float4: '{n}.5',
  float8: '{n}.5',
  numeric: '{n}.{r%100:2}',
  name: 'user_{n}',
  text: 'user_{n}',
  varchar: 'user_{n}',
  bpchar: 'user_{n}',
  pg_lsn: '{n/4294967296%4294967296:x}/{n%4294967296:x}',
  tid: '({n/100%4294967296},{n%100+1})',
  macaddr: '08002b{n%16777216:6x}',
  macaddr8: '08002b{n%1099511627776:10x}',
  inet: '10.{n/65536%256}.{n/256%256}.{n%256}',
  cidr: '10.{n/65536%256}.{n/256%256}.{n%256}',
  aclitem: 'postgres=r/postgres',
  oidvector: '{n%4294967296} {r}',
  int2vector: '{n%32768} {r%32768}',
  jsonb: '{"id": {n}, "tag": "t{r%10}"}',
  int4range: '[{n%2147000000},{n%2147000000+10})',
  int8range: '[{n},{n+10})',
  numrange: '[{n},{n}.5)',
  daterange: `[J{n%100000+${DAYS}},J{n%100000+${DAYS + 7}})`,
  tsrange: `[J{n%100000+${DAYS}},J{n%100000+${DAYS + 7}})`,
  tstzrange: `[J{n%100000+${DAYS}},J{n%100000+${DAYS + 7}})`,
};

/** A pattern that makes values of the type for any number of rows. */
export function defaultPattern(type: KeyType): string {
  const { definition } = type;
  if (definition?.kind === 'enum') return pickLabels(definition.labels.map(({ label }) => label));
  if (definition?.kind === 'composite') return `(${definition.columns.map(quotedField).join(',')})`;
  const range = patterns[type.id.replace(/multirange$/, 'range')];
  if (type.rule === 'multirange' && range !== undefined) return `{${range}}`;
  if (type.id.startsWith('reg')) return patterns.oid!;
  if (type.id.endsWith('[]')) return `{${quoted(patterns[type.id.slice(0, -2)] ?? '{n}')}}`;
  return patterns[type.id] ?? '{n}';
}

/** One of the labels; a label that the pattern's own signs would break is left out. */
function pickLabels(labels: readonly string[]): string {
  const plain = labels.filter((label) => !/[{}|]/.test(label));
  return plain.length === 0 ? labels[0]! : `{pick ${plain.join('|')}}`;
}

function quotedField({ type }: CompositeColumn): string {
  return quoted(defaultPattern(type));
}

/** Quoted for an array or a row; the tokens of the pattern need no escape. */
function quoted(pattern: string): string {
  return `"${pattern.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
