import { modulo64 } from './modulo.ts';
import { parseKey, type TypeName } from './parseKey.ts';
import { hash32, partitionRowHash } from './partitionHash.ts';
import { PgException } from './pgError.ts';
import { DEFAULT_SERVER, type ServerSpec } from './server.ts';

/**
 * Row hash of a hash partition key given as text: the unsigned 64-bit number whose remainder by the modulus is the
 * partition. This is the text-level entry of the hash layer; blocks.ts has the entries for columns of keys.
 *
 * Example: `rowHash(['int4'], ['1']) % 4n` is 0n, and a key of NULLs only has row hash 0n.
 * @param types internal or SQL type names with an optional length or precision, e.g. `int8`, `character varying(10)`;
 *   with an operator class that is not the default one `{ type: 'text', operatorClass: 'bpchar_ops' }`
 * @param values text as PostgreSQL's input functions take it; null is NULL
 * @param server whose version reads the texts and whose encoding they are hashed in
 * @throws PgException with PostgreSQL's message and SQLSTATE when a type or a text is not valid
 */
export function rowHash(
  types: readonly TypeName[],
  values: readonly (string | null)[],
  server: ServerSpec = DEFAULT_SERVER,
): bigint {
  const key = parseKey(types, values, server);
  if (!key.ok) throw new PgException(key.error.error);
  const words = new Uint32Array(2);
  partitionRowHash(key.value, words);
  return (BigInt(words[0]!) << 32n) | BigInt(words[1]!);
}

/**
 * The signed 32-bit hash that SQL gives for one value, e.g. `shortHash('int4', '1')` is hashint4(1) = -1905060026. Citus
 * and pg_pathman place rows by it.
 * @throws PgException with PostgreSQL's message and SQLSTATE when the type or the text is not valid
 */
export function shortHash(type: TypeName, text: string, server: ServerSpec = DEFAULT_SERVER): number {
  const key = parseKey([type], [text], server);
  if (!key.ok) throw new PgException(key.error.error);
  const part = key.value[0]!;
  return hash32(part.type, part.value!);
}

/**
 * Remainder of a row hash, 0 to modulus - 1.
 * @throws RangeError when the modulus is not an integer from 1 to 2147483647
 */
export function remainderOf(hash: bigint, modulus: number): number {
  return modulo64(Number(BigInt.asUintN(32, hash >> 32n)), Number(BigInt.asUintN(32, hash)), modulus);
}
