/** Least and greatest integer that a source may give a type; for date, days since 2000-01-01. */
export interface IntegerRange {
  readonly min: number;
  readonly max: number;
}

/** 2000-01-01 in Unix days and milliseconds: PostgreSQL's epoch (POSTGRES_EPOCH_JDATE, datatype/timestamp.h). */
export const POSTGRES_EPOCH_DAYS = 10_957;
export const POSTGRES_EPOCH_MS = POSTGRES_EPOCH_DAYS * 86_400_000;

const SAFE: IntegerRange = { min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER };

/**
 * Ranges of the types that take integers. int8 and the text types stop at the safe integers, because a spec holds
 * numbers. date: 4713-11-24 BC (Gregorian) to 5874897-12-31, the finite values of IS_VALID_DATE (datatype/timestamp.h).
 */
const ranges: Readonly<Record<string, IntegerRange>> = {
  int2: { min: -32_768, max: 32_767 },
  int4: { min: -2_147_483_648, max: 2_147_483_647 },
  oid: { min: 0, max: 4_294_967_295 },
  xid: { min: 0, max: 4_294_967_295 },
  cid: { min: 0, max: 4_294_967_295 },
  xid8: { min: 0, max: Number.MAX_SAFE_INTEGER },
  // A single holds every integer up to 2^24, beyond that not all of them.
  float4: { min: -16_777_216, max: 16_777_216 },
  date: { min: -2_451_545, max: 2_145_031_948 },
};

/** Range of integer values that a source may write into a column of `type`. */
export function integerRange(type: string): IntegerRange {
  return ranges[type] ?? SAFE;
}
