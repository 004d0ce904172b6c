/** FOR VALUES WITH (MODULUS modulus, REMAINDER remainder). 0 <= remainder < modulus <= 2147483647. */
export interface HashBound {
  readonly modulus: number;
  readonly remainder: number;
}

export interface HashPartition extends HashBound {
  /** Table name as in the catalog, unquoted. */
  readonly name: string;
}

/**
 * The hash partitions of one table: legal (moduli form a divisor chain, no overlap), sorted by modulus, then
 * remainder, as PostgreSQL keeps them. May have gaps. Remainders of a legal layout are unique.
 */
export type Layout = readonly HashPartition[];
