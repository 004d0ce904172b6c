import { err, ok, type Result } from '../../lib/result.ts';
import { parseRangeLiteral } from '../input/rangeInput.ts';
import type { InputContext, KeyType, KeyValue } from '../keyType.ts';
import { assertStorage } from '../longValue.ts';
import { hashWordExtended } from '../lookup3.ts';
import type { PgError } from '../pgError.ts';
import type { ServerSpec } from '../server.ts';
import { wordAt } from '../wordAt.ts';
import { hashAt, lengthAt, packValues, rotateHalves, unpackAt } from './packed.ts';

/** What a range type needs to know of its bounds. */
export interface RangeSubtype {
  readonly type: KeyType;
  /** Negative, 0 or positive. */
  compare(a: KeyValue, b: KeyValue): number;
  /**
   * The next value of a discrete type, whose ranges are then kept as `[lower, upper)`; the same value where there is none
   * (an infinite date), an error where it is out of range. Absent for continuous types.
   */
  next?(value: KeyValue): Result<KeyValue, PgError>;
}

/** A range whose bounds have been read; a bound is null when it is infinite. */
export interface RangeValue {
  readonly empty: boolean;
  readonly lowerInclusive: boolean;
  readonly upperInclusive: boolean;
  readonly lower: KeyValue | null;
  readonly upper: KeyValue | null;
}

/** Bits of the flags byte that are hashed: src/include/utils/rangetypes.h. */
const EMPTY = 1;
const LOWER_INCLUSIVE = 2;
const UPPER_INCLUSIVE = 4;
const LOWER_INFINITE = 8;
const UPPER_INFINITE = 16;

const EMPTY_RANGE: RangeValue = {
  empty: true,
  lowerInclusive: false,
  upperInclusive: false,
  lower: null,
  upper: null,
};

/**
 * A range type: range_in(), range_out() and hash_range_extended() in src/backend/utils/adt/rangetypes.c. A value is packed
 * as its flags and its bounds, NULL for one that is infinite.
 */
export function rangeOf<Id extends string>(id: Id, subtype: RangeSubtype) {
  return {
    id,
    sqlName: id,
    aliases: [],
    storage: 'bytes',
    rule: 'range',
    operatorClasses: [{ name: 'range_ops', family: 'range_ops', hashFunction: 'hash_range_extended' }],
    hash: {
      storage: 'bytes',
      hash: (data, start, _end, seedHi, seedLo, out) => hashRange(subtype.type, data, start, seedHi, seedLo, out),
    },
    parse(text, context) {
      const range = readRange(text, subtype, context);
      return range.ok ? ok({ storage: 'bytes', bytes: packRange(range.value) }) : range;
    },
    format(value, server) {
      assertStorage(value, 'bytes');
      return formatRange(unpackRange(subtype.type, value.bytes), subtype.type, server);
    },
  } as const satisfies KeyType;
}

/** rotate(U(flags) xor lower) xor upper; a bound that is absent counts as 0. */
function hashRange(
  type: KeyType,
  data: Uint8Array,
  start: number,
  seedHi: number,
  seedLo: number,
  out: Uint32Array,
): void {
  const flags = wordAt(data, start);
  const lowerAt = start + 4;
  const upperAt = lowerAt + 4 + lengthAt(data, lowerAt);
  hashWordExtended(flags, seedHi, seedLo, out);
  let hi = out[0]!;
  let lo = out[1]!;
  if ((flags & (EMPTY | LOWER_INFINITE)) === 0) {
    hashAt(type, data, lowerAt, seedHi, seedLo, out);
    hi ^= out[0]!;
    lo ^= out[1]!;
  }
  out[0] = hi;
  out[1] = lo;
  rotateHalves(out);
  if ((flags & (EMPTY | UPPER_INFINITE)) !== 0) return;
  hi = out[0]!;
  lo = out[1]!;
  hashAt(type, data, upperAt, seedHi, seedLo, out);
  out[0]! ^= hi;
  out[1]! ^= lo;
}

/** Reads a range and brings it to the form PostgreSQL stores. */
export function readRange(text: string, subtype: RangeSubtype, context: InputContext): Result<RangeValue, PgError> {
  const literal = parseRangeLiteral(text);
  if (!literal.ok) return literal;
  if (literal.value.kind === 'empty') return ok(EMPTY_RANGE);
  const { lower: lowerText, upper: upperText, ...inclusive } = literal.value;
  const lower = lowerText === null ? ok(null) : subtype.type.parse(lowerText, context);
  if (!lower.ok) return lower;
  const upper = upperText === null ? ok(null) : subtype.type.parse(upperText, context);
  if (!upper.ok) return upper;
  return makeRange(
    {
      empty: false,
      lowerInclusive: inclusive.lowerInclusive && lower.value !== null,
      upperInclusive: inclusive.upperInclusive && upper.value !== null,
      lower: lower.value,
      upper: upper.value,
    },
    subtype,
  );
}

/** make_range(): refuses a lower bound above the upper one, finds empty ranges, makes discrete ones canonical. */
function makeRange(range: RangeValue, subtype: RangeSubtype): Result<RangeValue, PgError> {
  const { lower, upper, lowerInclusive, upperInclusive } = range;
  const order = lower === null || upper === null ? -1 : subtype.compare(lower, upper);
  if (order > 0) {
    return err({ code: '22000', message: 'range lower bound must be less than or equal to range upper bound' });
  }
  if (order === 0 && !(lowerInclusive && upperInclusive)) return ok(EMPTY_RANGE);
  if (subtype.next === undefined) return ok(range);
  const first = lower !== null && !lowerInclusive ? shift(subtype, lower) : ok({ value: lower, shifted: false });
  if (!first.ok) return first;
  const last = upper !== null && upperInclusive ? shift(subtype, upper) : ok({ value: upper, shifted: false });
  if (!last.ok) return last;
  const canonical: RangeValue = {
    empty: false,
    lower: first.value.value,
    upper: last.value.value,
    lowerInclusive: lowerInclusive || first.value.shifted,
    upperInclusive: upperInclusive && !last.value.shifted,
  };
  const isEmpty =
    canonical.lower !== null &&
    canonical.upper !== null &&
    subtype.compare(canonical.lower, canonical.upper) === 0 &&
    !(canonical.lowerInclusive && canonical.upperInclusive);
  return ok(isEmpty ? EMPTY_RANGE : canonical);
}

function shift(
  { next, compare }: RangeSubtype,
  value: KeyValue,
): Result<{ readonly value: KeyValue; readonly shifted: boolean }, PgError> {
  const moved = next!(value);
  return moved.ok ? ok({ value: moved.value, shifted: compare(moved.value, value) !== 0 }) : moved;
}

/** Flags and bounds; an empty range has neither bound. */
export function packRange({ empty, lowerInclusive, upperInclusive, lower, upper }: RangeValue): Uint8Array {
  const flags = empty
    ? EMPTY
    : (lowerInclusive ? LOWER_INCLUSIVE : 0) |
      (upperInclusive ? UPPER_INCLUSIVE : 0) |
      (lower === null ? LOWER_INFINITE : 0) |
      (upper === null ? UPPER_INFINITE : 0);
  return packValues([lower, upper], [flags]);
}

export function unpackRange(type: KeyType, data: Uint8Array): RangeValue {
  const flags = wordAt(data, 0);
  return {
    empty: (flags & EMPTY) !== 0,
    lowerInclusive: (flags & LOWER_INCLUSIVE) !== 0,
    upperInclusive: (flags & UPPER_INCLUSIVE) !== 0,
    lower: unpackAt(type, data, 4),
    upper: unpackAt(type, data, 8 + lengthAt(data, 4)),
  };
}

/** range_deparse(). */
export function formatRange(range: RangeValue, type: KeyType, server?: ServerSpec): string {
  if (range.empty) return 'empty';
  const bound = (value: KeyValue | null): string => (value === null ? '' : quoteBound(type.format(value, server)));
  const open = range.lowerInclusive ? '[' : '(';
  return `${open}${bound(range.lower)},${bound(range.upper)}${range.upperInclusive ? ']' : ')'}`;
}

/** range_bound_escape(): quotes are doubled, backslashes too. */
function quoteBound(text: string): string {
  if (text !== '' && !/["\\()[\], \t\n\v\f\r]/.test(text)) return text;
  return `"${text.replaceAll(/["\\]/g, '$&$&')}"`;
}
