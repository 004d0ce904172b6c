import type { Result } from '../lib/result.ts';
import type { PgError } from './pgError.ts';

/**
 * How the values of a type lie in a column block and which block kernel hashes them.
 * - `word`: one 32-bit word, hashed by hash_uint32 (int2, int4, oid, bool, date)
 * - `long`: a 64-bit integer as two words, hashed by the int8 rule (int8, timestamp, timestamptz)
 * - `bytes`: a byte string, hashed by hash_any (text, varchar, bpchar, bytea, uuid)
 */
export type Storage = 'word' | 'long' | 'bytes';

/** One value in the storage of its type. `word` and `hi` are signed 32-bit, `lo` is unsigned 32-bit. */
export type KeyValue =
  | { readonly storage: 'word'; readonly word: number }
  | { readonly storage: 'long'; readonly hi: number; readonly lo: number }
  | { readonly storage: 'bytes'; readonly bytes: Uint8Array };

/** A PostgreSQL type that can be a hash partition key: one file in keyTypes/ and one line in its list. */
export interface KeyType {
  /** Internal name as in pg_type.typname, e.g. `int8`. The id in links and files. */
  readonly id: string;
  /** SQL name as format_type() prints it, e.g. `bigint`; used in DDL and in error texts. */
  readonly sqlName: string;
  /** Other spellings the parser accepts, lower case, e.g. `['decimal']`. */
  readonly aliases: readonly string[];
  readonly storage: Storage;
  /** Default hash operator class, its family, and its support function 2. */
  readonly operatorClass: string;
  readonly operatorFamily: string;
  readonly hashFunction: string;
  /**
   * Parses PostgreSQL's text input for this type; errors are PostgreSQL's own.
   * @param typmod the number in parentheses behind the type name, e.g. 10 in char(10); absent when there is none
   */
  parse(text: string, typmod?: number): Result<KeyValue, PgError>;
  /** The value as PostgreSQL's output function prints it (UTC, ISO date style, hex bytea). */
  format(value: KeyValue): string;
}
