import type { Result } from '../lib/result.ts';
import type { PgError } from './pgError.ts';
import type { ServerSpec } from './server.ts';

/**
 * How the values of a type lie in a column block, and how they are hashed unless the type has a `hash` of its own.
 * - `word`: one 32-bit word, hashed by hash_uint32 (int4, oid, date, enum ...)
 * - `long`: a 64-bit integer as two words, hashed by the int8 rule (int8, timestamptz, pg_lsn ...)
 * - `bytes`: a byte string, hashed by hash_any (text, uuid, inet ...); types of any other shape lay their values out in
 *   bytes of their own and bring a `hash` that reads them (numeric, jsonb, arrays ...)
 */
export type Storage = 'word' | 'long' | 'bytes';

/** One value in the storage of its type. `word` and `hi` are signed 32-bit, `lo` is unsigned 32-bit. */
export type KeyValue = WordValue | LongValue | BytesValue;

export interface WordValue {
  readonly storage: 'word';
  readonly word: number;
}

export interface LongValue {
  readonly storage: 'long';
  readonly hi: number;
  readonly lo: number;
}

export interface BytesValue {
  readonly storage: 'bytes';
  readonly bytes: Uint8Array;
}

/**
 * Support function 2 of a type whose hash is not that of its stored words or bytes: the extended hash with a seed, as
 * [hi, lo] in `out`. Neither allocates for scalar types nor keeps anything between calls.
 */
export type CustomHash =
  | { readonly storage: 'word'; hash(word: number, seedHi: number, seedLo: number, out: Uint32Array): void }
  | { readonly storage: 'long'; hash(hi: number, lo: number, seedHi: number, seedLo: number, out: Uint32Array): void }
  | {
      readonly storage: 'bytes';
      /** The value is data[start .. end). */
      hash(data: Uint8Array, start: number, end: number, seedHi: number, seedLo: number, out: Uint32Array): void;
    };

/** What is hashed, as Inspect explains it; one text a rule in the catalogues. */
export type HashRule =
  | 'word'
  | 'long'
  | 'bytes'
  | 'text'
  | 'bpchar'
  | 'name'
  | 'float'
  | 'numeric'
  | 'timetz'
  | 'interval'
  | 'inet'
  | 'tid'
  | 'aclitem'
  | 'enum'
  | 'jsonb'
  | 'array'
  | 'range'
  | 'multirange'
  | 'record';

/** A hash operator class that takes a type, by the names of the catalog. */
export interface OperatorClass {
  readonly name: string;
  readonly family: string;
  /** Support function 2 in PostgreSQL 18; with its name's ending removed, support function 1. */
  readonly hashFunction: string;
  /** The name up to version 17, where 18 gave the type a function of its own (commit 23d0b484). */
  readonly hashFunctionBefore18?: string;
  /** Present where the class of another type hashes values otherwise than the type's own: see withOperatorClass(). */
  readonly hashed?: { readonly rule: HashRule; readonly hash: CustomHash };
}

/** What reading a value depends on beside its type. */
export interface InputContext extends ServerSpec {
  /**
   * The number in parentheses behind the type name, e.g. 10 in char(10); of numeric(p, s) the number that pg_attribute
   * holds without its offset, p * 65536 + (s & 2047). Absent when there is none.
   */
  readonly typmod?: number;
}

/** What CREATE TYPE must have made before a table can use the type. */
export type TypeDefinition =
  | { readonly kind: 'enum'; readonly name: string; readonly labels: readonly EnumLabel[] }
  | { readonly kind: 'composite'; readonly name: string; readonly columns: readonly CompositeColumn[] };

/** A label and its row's oid in pg_enum, which is what PostgreSQL hashes. */
export interface EnumLabel {
  readonly label: string;
  readonly oid: number;
}

export interface CompositeColumn {
  readonly name: string;
  readonly type: KeyType;
  readonly typmod?: number;
}

/** A PostgreSQL type that can be a hash partition key: one file in keyTypes/ and one line in its list. */
export interface KeyType {
  /** Internal name as in pg_type.typname, e.g. `int8`; of made types the expression they are made from, e.g. `int8[]`. */
  readonly id: string;
  /** SQL name as format_type() prints it, e.g. `bigint`; used in DDL and in error texts. */
  readonly sqlName: string;
  /** Other spellings the parser accepts, lower case, e.g. `['decimal']`. */
  readonly aliases: readonly string[];
  readonly storage: Storage;
  readonly rule: HashRule;
  /** Hash operator classes that take this type or one it is binary-coercible to, the default one first. */
  readonly operatorClasses: readonly [OperatorClass, ...OperatorClass[]];
  /** Absent when values are hashed as their storage says. */
  readonly hash?: CustomHash;
  /** Present for types that a user has to create. */
  readonly definition?: TypeDefinition;
  /** Parses PostgreSQL's text input for this type; errors are PostgreSQL's own, by server version where they differ. */
  parse(text: string, context: InputContext): Result<KeyValue, PgError>;
  /**
   * The value as PostgreSQL's output function prints it (UTC, ISO date style, hex bytea).
   * @param server whose encoding the bytes of texts are in; the default server unless told otherwise
   */
  format(value: KeyValue, server?: ServerSpec): string;
}
