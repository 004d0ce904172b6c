import { ok } from '../../lib/result.ts';
import { splitMultirange } from '../input/rangeInput.ts';
import type { KeyType } from '../keyType.ts';
import { assertStorage } from '../longValue.ts';
import { wordAt } from '../wordAt.ts';
import { hashSequence, lengthAt, packValues } from './packed.ts';
import {
  formatRange,
  packRange,
  type RangeSubtype,
  type RangeValue,
  rangeOf,
  readRange,
  unpackRange,
} from './rangeOf.ts';

/**
 * A multirange type: multirange_in(), multirange_out() and hash_multirange_extended() in
 * src/backend/utils/adt/multirangetypes.c. A value is packed as the number of its ranges and the ranges, sorted and merged.
 */
export function multirangeOf<Id extends string>(id: Id, subtype: RangeSubtype) {
  const range = rangeOf(id, subtype);
  return {
    id,
    sqlName: id,
    aliases: [],
    storage: 'bytes',
    rule: 'multirange',
    operatorClasses: [{ name: 'multirange_ops', family: 'multirange_ops', hashFunction: 'hash_multirange_extended' }],
    hash: {
      storage: 'bytes',
      hash: (data, start, _end, seedHi, seedLo, out) =>
        hashSequence(() => range, wordAt(data, start), 1, data, start + 4, seedHi, seedLo, out),
    },
    parse(text, context) {
      const parts = splitMultirange(text);
      if (!parts.ok) return parts;
      const ranges: RangeValue[] = [];
      for (const part of parts.value) {
        const read = readRange(part, subtype, context);
        if (!read.ok) return read;
        if (!read.value.empty) ranges.push(read.value);
      }
      const packed = mergeRanges(ranges, subtype).map((merged) => ({
        storage: 'bytes' as const,
        bytes: packRange(merged),
      }));
      return ok({ storage: 'bytes', bytes: packValues(packed, [packed.length]) });
    },
    format(value, server) {
      assertStorage(value, 'bytes');
      const data = value.bytes;
      const texts: string[] = [];
      for (let at = 4; at < data.length; at += 4 + lengthAt(data, at)) {
        const bytes = data.subarray(at + 4, at + 4 + lengthAt(data, at));
        texts.push(formatRange(unpackRange(subtype.type, bytes), subtype.type, server));
      }
      return `{${texts.join(',')}}`;
    },
  } as const satisfies KeyType;
}

/** multirange_canonicalize(): sorted by lower bound, then those that overlap or touch become one. */
function mergeRanges(ranges: readonly RangeValue[], subtype: RangeSubtype): RangeValue[] {
  const sorted = [...ranges].sort((a, b) => compareLower(a, b, subtype) || compareUpper(a, b, subtype));
  const merged: RangeValue[] = [];
  for (const range of sorted) {
    const last = merged.at(-1);
    if (last === undefined || !touches(last, range, subtype)) merged.push(range);
    else if (compareUpper(range, last, subtype) > 0) {
      merged[merged.length - 1] = { ...last, upper: range.upper, upperInclusive: range.upperInclusive };
    }
  }
  return merged;
}

/** Whether a range that begins no earlier than `last` overlaps it or begins where it ends, with no value between. */
function touches(last: RangeValue, next: RangeValue, { compare }: RangeSubtype): boolean {
  if (last.upper === null || next.lower === null) return true;
  const order = compare(next.lower, last.upper);
  return order < 0 || (order === 0 && (next.lowerInclusive || last.upperInclusive));
}

function compareLower(a: RangeValue, b: RangeValue, { compare }: RangeSubtype): number {
  if (a.lower === null || b.lower === null) return Number(b.lower === null) - Number(a.lower === null);
  return compare(a.lower, b.lower) || Number(b.lowerInclusive) - Number(a.lowerInclusive);
}

function compareUpper(a: RangeValue, b: RangeValue, { compare }: RangeSubtype): number {
  if (a.upper === null || b.upper === null) return Number(a.upper === null) - Number(b.upper === null);
  return compare(a.upper, b.upper) || Number(a.upperInclusive) - Number(b.upperInclusive);
}
