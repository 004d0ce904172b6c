import { schemeFields } from '../fields.ts';
import { memberIds } from '../memberIds.ts';
import type { Member } from '../nodes.ts';
import { rangeCircle } from '../rangeCircle.ts';
import { createRanges, REDIS_SLOTS, redisHash } from '../redisSlots.ts';
import type { Router, Scheme } from '../scheme.ts';
import { movedSlots, moveSlots, type SlotMap } from '../slotMap.ts';

/**
 * Redis Cluster: 16384 slots by CRC16 of the key, given out as `--cluster create` does and moved as few as a change of nodes
 * or weights needs.
 */
export const redis: Scheme = {
  id: 'redis',
  source: {
    title: 'Redis cluster specification; redis-cli.c',
    url: 'https://redis.io/docs/latest/operate/oss_and_stack/reference/cluster-spec/',
  },
  fields: schemeFields.redis,
  movement: 'slots',
  sequential: false,
  needs: () => 'text',
  traits: () => ({ shrink: 'any', weights: true, inPlace: true, lookup: 'O(1)' }),
  check: () => null,
  prepare(_config, change) {
    const before = firstSlots(change.before);
    const after = moveSlots(before, change);
    const fraction = movedSlots(before, after, memberIds(change)) / REDIS_SLOTS;
    return { before: slotRouter(before), after: slotRouter(after), theory: { kind: 'exact', fraction } };
  },
};

/** A new cluster knows no weights: slots are moved for them after it is made. */
function firstSlots(members: readonly Member[]): SlotMap {
  const map = createRanges(members.length);
  const even = members.every(({ weight }) => weight === members[0]!.weight);
  return even ? map : moveSlots(map, { before: members, after: members });
}

function slotRouter(map: SlotMap): Router {
  return {
    route({ data, offsets }, count, out) {
      for (let i = 0; i < count; i++) out[i] = map[redisHash(data, offsets[i]!, offsets[i + 1]!) & (REDIS_SLOTS - 1)]!;
    },
    memoryBytes: 2 * REDIS_SLOTS,
    lookupSteps: 2,
    circle: rangeCircle(map, ({ data, offsets }, count, out) => {
      for (let i = 0; i < count; i++) {
        const hash = redisHash(data, offsets[i]!, offsets[i + 1]!);
        // The two bits that name no slot spread keys inside it.
        out[i] = ((hash & (REDIS_SLOTS - 1)) + ((hash >>> 14) + 0.5) / 4) / REDIS_SLOTS;
      }
    }),
  };
}
