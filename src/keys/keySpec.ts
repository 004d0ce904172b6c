import type { ServerSpec } from '../hash/server.ts';

/** Where the values of one key column come from. All are counter-based: value i depends on (seed, i) alone. */
export type SourceSpec =
  /** start, start + stride, ... ; integers, safe range; for date: days; for timestamps: not used */
  | { readonly kind: 'serial'; readonly start: number; readonly stride: number }
  /** uniform over the whole range of the type (int2, int4, int8, oid, bool, date) or 16 random bytes (bytea) */
  | { readonly kind: 'random' }
  | { readonly kind: 'uuidv4' }
  /** RFC 9562 version 7; row i is made at startMs + i * stepMs (rounded down), Unix milliseconds */
  | { readonly kind: 'uuidv7'; readonly startMs: number; readonly stepMs: number }
  /** prefix followed by the decimal number start + i, zero-padded to `pad` digits (0 = no padding) */
  | { readonly kind: 'text'; readonly prefix: string; readonly start: number; readonly pad: number }
  /** tenants 1..tenants, tenant k drawn with probability proportional to 1 / k^s; s = 0 is uniform */
  | { readonly kind: 'zipf'; readonly tenants: number; readonly s: number }
  /** startMs + i * stepMs, Unix milliseconds; for timestamp, timestamptz and date */
  | { readonly kind: 'timestamps'; readonly startMs: number; readonly stepMs: number }
  /** any type's text with start + i and random numbers in it; see patternText.ts */
  | { readonly kind: 'pattern'; readonly pattern: string; readonly start: number };

export type SourceKind = SourceSpec['kind'];

export interface KeyColumnSpec {
  /** Column name as in the catalog, unquoted. */
  readonly name: string;
  /** Name of a key type that getKeyType() knows, e.g. `int8` or `text[]`. */
  readonly type: string;
  /** Operator class that is not the type's default one. It stands in DDL; some change the hash (see withOperatorClass). */
  readonly operatorClass?: string;
  readonly source: SourceSpec;
}

/** A reproducible set of keys. Row numbers are 0-based in code. */
export interface KeySpec {
  readonly columns: readonly KeyColumnSpec[];
  readonly rows: number;
  readonly seed: number;
  /** Whose input rules and encoding apply; DEFAULT_SERVER when absent. */
  readonly server?: ServerSpec;
}

/**
 * The column that Citus and pg_pathman distribute by: the first one. They hash with the default operator class of its type,
 * whatever class PARTITION BY names (lookup_type_cache with TYPECACHE_HASH_PROC in both).
 */
export function distributionColumn({ columns }: KeySpec): KeyColumnSpec {
  const { name, type, source } = columns[0]!;
  return { name, type, source };
}

/** Rows 1 to 1 trillion, key columns 1 to 4. Row numbers and counts are safe integers, never 32-bit ones. */
export const MAX_ROWS = 1_000_000_000_000;
export const MAX_KEY_COLUMNS = 4;
