import { err, ok, type Result } from '../lib/result.ts';
import { findKeyType, type TypeReference } from './keyTypes/keyTypes.ts';
import type { PgError } from './pgError.ts';

/** Types without a default hash operator class, by the names format_type() prints; the same list in 15 and 18. */
const UNHASHABLE: ReadonlySet<string> = new Set(
  (
    'bit,bit varying,box,circle,json,jsonpath,line,lseg,money,path,point,polygon,refcursor,tsquery,tsvector,xml,' +
    'pg_snapshot,txid_snapshot,gtsvector'
  ).split(','),
);

/** Types PostgreSQL can hash and this registry does not have, so that they are not called unknown. */
const KNOWN: ReadonlySet<string> = new Set(
  (
    'aclitem,cid,cidr,inet,int2vector,jsonb,macaddr,macaddr8,name,' +
    'oidvector,pg_lsn,tid,xid,xid8,int4range,int8range,' +
    'numrange,tsrange,tstzrange,daterange,int4multirange,int8multirange,nummultirange,tsmultirange,tstzmultirange,' +
    'datemultirange,regclass,regcollation,regconfig,regdictionary,regnamespace,regoper,regoperator,regproc,regprocedure,' +
    'regrole,regtype'
  ).split(','),
);

/**
 * Resolves a type name to a key type, or to the error PostgreSQL gives when a hash partition key is declared with it:
 * 42704 for an unknown type and for one without hash operator class, 42601 and 22023 for a number it does not take.
 * 0A000 is this program's own: a type PostgreSQL would accept and no file in keyTypes/ describes.
 */
export function resolveKeyType(sqlTypeName: string): Result<TypeReference, PgError> {
  const found = findKeyType(sqlTypeName);
  if (found !== null) return ok(found);
  const number = /\(\s*([-+]?\d+)((?:\s*,\s*[-+]?\d+)*)\s*\)/.exec(sqlTypeName);
  const plain = findKeyType(number === null ? sqlTypeName : sqlTypeName.replace(number[0], ' '));
  if (plain !== null && number !== null) return err(typmodError(plain, plainName(sqlTypeName), number));
  const name = plainName(sqlTypeName);
  const canonical = name === 'varbit' ? 'bit varying' : name;
  if (UNHASHABLE.has(canonical)) return err(noOperatorClass(canonical));
  // interval year to month and the like.
  if (canonical.startsWith('interval ')) return err(notSupported(canonical));
  if (/^\s*"char"\s*$/.test(sqlTypeName)) return err(notSupported('"char"'));
  if (KNOWN.has(canonical) || canonical.endsWith('[]')) return err(notSupported(canonical));
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
  const [, first, others] = match as unknown as [string, string, string];
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

function notSupported(typeName: string): PgError {
  return { code: '0A000', message: `keys of type ${typeName} are not supported` };
}

function noOperatorClass(typeName: string): PgError {
  return {
    code: '42704',
    message: `data type ${typeName} has no default operator class for access method "hash"`,
    hint: 'You must specify a hash operator class or define a default hash operator class for the data type.',
  };
}
