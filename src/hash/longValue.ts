import type { KeyValue, LongValue, Storage } from './keyType.ts';

/** A signed 64-bit integer as a `long` value. */
export function longFromBigint(value: bigint): LongValue {
  return { storage: 'long', hi: Number(BigInt.asIntN(32, value >> 32n)), lo: Number(BigInt.asUintN(32, value)) };
}

/** The signed 64-bit integer of a `long` value. */
export function longToBigint(value: KeyValue): bigint {
  assertStorage(value, 'long');
  return (BigInt(value.hi) << 32n) | BigInt(value.lo);
}

/** Throws a TypeError when a value of another storage is passed to a type, which only a programming error can do. */
export function assertStorage<S extends Storage>(
  value: KeyValue,
  storage: S,
): asserts value is Extract<KeyValue, { readonly storage: S }> {
  if (value.storage !== storage) throw new TypeError(`expected a ${storage} value, got a ${value.storage} value`);
}
