import { codesOfRanges } from '../codeRanges.ts';
import { schemeFields } from '../fields.ts';
import { keyspaceHead } from '../keyspaceId.ts';
import { memberIds } from '../memberIds.ts';
import { rangeCircle } from '../rangeCircle.ts';
import type { Router, Scheme } from '../scheme.ts';
import { movedSlots } from '../slotMap.ts';

const CODES = 65_536;

/**
 * Vitess: a vindex makes a keyspace id of the key, and shards are ranges of its first bytes, one shard a node in list order.
 * Another number of shards is cut anew, as GenerateShardRanges does: by the first byte up to 256 shards, by two bytes beyond.
 * Shards whose range changes are copied into new ones.
 */
export const vitess: Scheme = {
  id: 'vitess',
  source: {
    title: 'Vitess: vindexes and shards (vindexes/hash.go, vindexes/xxhash.go, key.GenerateShardRanges)',
    url: 'https://vitess.io/docs/reference/features/vindexes/',
  },
  notes: ['vitessIntegers'],
  fields: schemeFields.vitess,
  movement: 'slots',
  sequential: false,
  needs: () => 'text',
  traits: () => ({ shrink: 'any', weights: false, inPlace: false, lookup: 'O(log N)' }),
  check: () => null,
  prepare(config, change) {
    const vindex = String(config.vindex);
    const before = shardCodes(change.before.length);
    const after = shardCodes(change.after.length);
    return {
      before: shardRouter(before, change.before.length, vindex),
      after: shardRouter(after, change.after.length, vindex),
      theory: { kind: 'exact', fraction: movedSlots(before, after, memberIds(change)) / CODES },
    };
  },
};

/**
 * First keyspace id of each shard, by its first two bytes, from the same products of doubles as GenerateShardRanges has. These
 * fall short of the end for a few counts (49 shards, 98 ...), where Vitess leaves the last code out; here it belongs to the
 * last shard.
 */
export function shardStarts(shards: number): number[] {
  const codes = shards <= 256 ? 256 : CODES;
  const size = codes / shards;
  return Array.from({ length: shards }, (_, i) => Math.floor(i * size) * (CODES / codes));
}

function shardCodes(shards: number): Uint16Array {
  const starts = shardStarts(shards);
  return codesOfRanges(
    starts,
    starts.map((_, shard) => shard),
    CODES,
  );
}

function shardRouter(owners: Uint16Array, shards: number, vindex: string): Router {
  return {
    route({ data, offsets }, count, out) {
      for (let i = 0; i < count; i++) {
        out[i] = owners[keyspaceHead(data, offsets[i]!, offsets[i + 1]!, vindex) >>> 16]!;
      }
    },
    // A table of all codes answers faster than the search of vtgate, of which memory and steps are told.
    memoryBytes: 2 * shards,
    lookupSteps: 1 + Math.ceil(Math.log2(shards)),
    circle: rangeCircle(owners, ({ data, offsets }, count, out) => {
      for (let i = 0; i < count; i++) {
        out[i] = keyspaceHead(data, offsets[i]!, offsets[i + 1]!, vindex) / 4_294_967_296;
      }
    }),
  };
}
