import { ok, type Result } from '../lib/result.ts';
import { combineInto } from './combine.ts';
import type { KeyType, KeyValue } from './keyType.ts';
import { type KeyError, type KeyPart, parseKey } from './parseKey.ts';
import { foldLong, hashValue, SEED_HI, SEED_LO } from './partitionHash.ts';

/** An unsigned 64-bit number as two unsigned 32-bit words. */
export interface Words {
  readonly hi: number;
  readonly lo: number;
}

/** How one column of a key enters the row hash. */
export interface ColumnTrace {
  readonly type: KeyType;
  readonly typmod?: number;
  /** The value as PostgreSQL prints it; null for NULL, which is skipped. */
  readonly canonical: string | null;
  /** Absent for NULL. */
  readonly hashed?: HashedValue;
  /** The row hash so far; equal before and after a NULL. */
  readonly before: Words;
  readonly after: Words;
}

export interface HashedValue {
  /** The bytes lookup3 sees; of an integer the four bytes of one word, lowest first. */
  readonly bytes: Uint8Array;
  /** The two words a 64-bit integer was folded from, absent for other storages. */
  readonly folded?: Words;
  /** Extended hash with the partition seed. */
  readonly hash: Words;
}

export interface HashTrace {
  readonly columns: readonly ColumnTrace[];
  readonly rowHash: Words;
}

/**
 * The row hash of a key step by step, for showing how a key finds its partition. Arguments as for rowHash() in
 * textEntry.ts; an error names its column.
 */
export function traceRowHash(
  types: readonly string[],
  values: readonly (string | null)[],
): Result<HashTrace, KeyError> {
  const key = parseKey(types, values);
  if (!key.ok) return key;
  const accumulator = new Uint32Array(2);
  const columns = key.value.map((part) => traceColumn(part, accumulator));
  return ok({ columns, rowHash: toWords(accumulator) });
}

function traceColumn({ value, ...type }: KeyPart, accumulator: Uint32Array): ColumnTrace {
  const before = toWords(accumulator);
  if (value === null) return { ...type, canonical: null, before, after: before };
  const hash = new Uint32Array(2);
  hashValue(value, SEED_HI, SEED_LO, hash);
  combineInto(accumulator, hash[0]!, hash[1]!);
  return {
    ...type,
    canonical: type.type.format(value),
    hashed: {
      bytes: hashedBytes(value),
      ...(value.storage === 'long' && { folded: { hi: value.hi >>> 0, lo: value.lo } }),
      hash: toWords(hash),
    },
    before,
    after: toWords(accumulator),
  };
}

function hashedBytes(value: KeyValue): Uint8Array {
  if (value.storage === 'bytes') return value.bytes;
  const word = value.storage === 'word' ? value.word : foldLong(value.hi, value.lo);
  return Uint8Array.of(word, word >>> 8, word >>> 16, word >>> 24);
}

function toWords(words: Uint32Array): Words {
  return { hi: words[0]!, lo: words[1]! };
}
