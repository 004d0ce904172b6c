import { ok, type Result } from '../lib/result.ts';
import { combineInto } from './combine.ts';
import type { KeyType, OperatorClass } from './keyType.ts';
import { recordCalls } from './lookup3.ts';
import { type KeyError, type KeyPart, parseKey, type TypeName } from './parseKey.ts';
import { hash32, hashValue, SEED_HI, SEED_LO } from './partitionHash.ts';
import { DEFAULT_SERVER, type ServerSpec } from './server.ts';

/** An unsigned 64-bit number as two unsigned 32-bit words. */
export interface Words {
  readonly hi: number;
  readonly lo: number;
}

/** How one column of a key enters the row hash. */
export interface ColumnTrace {
  /** With the rule of the operator class. */
  readonly type: KeyType;
  readonly typmod?: number;
  readonly operatorClass: OperatorClass;
  /** The value as PostgreSQL prints it; null for NULL, which is skipped. */
  readonly canonical: string | null;
  /** Absent for NULL. */
  readonly hashed?: HashedValue;
  /** The row hash so far; equal before and after a NULL. */
  readonly before: Words;
  readonly after: Words;
}

export interface HashedValue {
  /**
   * What lookup3 was asked for, in order: one call for most types, one an element for arrays, one a scalar and key for
   * jsonb, none for a float 0, whose hash is the seed itself.
   */
  readonly calls: readonly HashCall[];
  /** The two words a 64-bit integer was folded from, absent for other values. */
  readonly folded?: Words;
  /** Extended hash with the partition seed. */
  readonly hash: Words;
  /** Support function 1, signed: not used by hash partitions, but by Citus and pg_pathman. */
  readonly hash32: number;
}

/** One call of lookup3. */
export interface HashCall {
  /** The bytes it saw; of an integer the four bytes of one word, lowest first. */
  readonly bytes: Uint8Array;
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
  types: readonly TypeName[],
  values: readonly (string | null)[],
  server: ServerSpec = DEFAULT_SERVER,
): Result<HashTrace, KeyError> {
  const key = parseKey(types, values, server);
  if (!key.ok) return key;
  const accumulator = new Uint32Array(2);
  const columns = key.value.map((part) => traceColumn(part, accumulator, server));
  return ok({ columns, rowHash: toWords(accumulator) });
}

function traceColumn({ value, ...type }: KeyPart, accumulator: Uint32Array, server: ServerSpec): ColumnTrace {
  const before = toWords(accumulator);
  if (value === null) return { ...type, canonical: null, before, after: before };
  const hash = new Uint32Array(2);
  const calls: HashCall[] = [];
  recordCalls(
    () => hashValue(type.type, value, SEED_HI, SEED_LO, hash),
    (bytes, [hi, lo]) => calls.push({ bytes, hash: { hi, lo } }),
  );
  combineInto(accumulator, hash[0]!, hash[1]!);
  return {
    ...type,
    canonical: type.type.format(value, server),
    hashed: {
      calls,
      ...(type.type.rule === 'long' && value.storage === 'long' && { folded: { hi: value.hi >>> 0, lo: value.lo } }),
      hash: toWords(hash),
      hash32: hash32(type.type, value),
    },
    before,
    after: toWords(accumulator),
  };
}

function toWords(words: Uint32Array): Words {
  return { hi: words[0]!, lo: words[1]! };
}
