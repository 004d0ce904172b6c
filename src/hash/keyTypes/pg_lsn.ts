import { ok } from '../../lib/result.ts';
import { invalidSyntax } from '../input/inputErrors.ts';
import type { KeyType } from '../keyType.ts';
import { assertStorage } from '../longValue.ts';

const PATTERN = /^([0-9a-f]{1,8})\/([0-9a-f]{1,8})$/i;

/** pg_lsn_in(), pg_lsn_out() and pg_lsn_hash_extended() in src/backend/utils/adt/pg_lsn.c: X/Y is X * 2^32 + Y, as an int8. */
export const pg_lsn = {
  id: 'pg_lsn',
  sqlName: 'pg_lsn',
  aliases: [],
  storage: 'long',
  rule: 'long',
  operatorClasses: [{ name: 'pg_lsn_ops', family: 'pg_lsn_ops', hashFunction: 'pg_lsn_hash_extended' }],
  parse(text) {
    const match = PATTERN.exec(text);
    if (match === null) return invalidSyntax('pg_lsn', text);
    return ok({ storage: 'long', hi: Number.parseInt(match[1]!, 16) | 0, lo: Number.parseInt(match[2]!, 16) });
  },
  format(value) {
    assertStorage(value, 'long');
    return [value.hi >>> 0, value.lo].map((half) => half.toString(16).toUpperCase()).join('/');
  },
} as const satisfies KeyType;
