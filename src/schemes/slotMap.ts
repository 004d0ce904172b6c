import { placesAfter } from './memberIds.ts';
import type { Member, MemberChange } from './nodes.ts';

/** The member of each slot, by slot number: position in the list the map was made for. */
export type SlotMap = Uint16Array;

/**
 * How many of `slots` each member should hold: its share by weight, rounded down, and one more for the largest remainders
 * (Hamilton's method). Equal remainders favour the member that holds most already, then the first of the list.
 * @param held slots that each member has now
 */
export function slotTargets(slots: number, members: readonly Member[], held: readonly number[]): number[] {
  const total = members.reduce((sum, { weight }) => sum + weight, 0);
  const quotas = members.map(({ weight }) => (slots * weight) / total);
  const targets = quotas.map(Math.floor);
  const rest = slots - targets.reduce((sum, target) => sum + target, 0);
  const order = quotas
    .map((_, member) => member)
    .sort((a, b) => quotas[b]! - targets[b]! - (quotas[a]! - targets[a]!) || held[b]! - held[a]! || a - b);
  for (const member of order.slice(0, rest)) targets[member]!++;
  return targets;
}

/** A first map: each member has its share as one run of slots, in list order. */
export function firstMap(slots: number, members: readonly Member[]): SlotMap {
  const targets = slotTargets(
    slots,
    members,
    members.map(() => 0),
  );
  const map = new Uint16Array(slots);
  let start = 0;
  targets.forEach((target, member) => {
    map.fill(member, start, start + target);
    start += target;
  });
  return map;
}

/**
 * The map after a change of members. No map with these targets moves fewer slots: each member keeps its lowest slots up to
 * its target, and what is above it, or had a member that left, fills the others in list order. So
 * sum max(0, held - target) slots move.
 */
export function moveSlots(map: SlotMap, change: MemberChange): SlotMap {
  const places = placesAfter(change);
  const held = change.after.map(() => 0);
  for (const member of map) if (places[member]! >= 0) held[places[member]!]!++;
  const room = slotTargets(map.length, change.after, held);
  const homeless: number[] = [];
  const moved = map.map((member, slot) => {
    const place = places[member]!;
    if (place >= 0 && room[place]! > 0) {
      room[place]!--;
      return place;
    }
    homeless.push(slot);
    return 0;
  });
  let next = 0;
  for (const slot of homeless) {
    while (room[next] === 0) next++;
    room[next]!--;
    moved[slot] = next;
  }
  return moved;
}

/**
 * The sum of the sizes of all slots that change their member.
 * @param ids a number for each member, the same on both sides where it stays; see memberIds()
 */
export function movedSlots(
  before: SlotMap,
  after: SlotMap,
  ids: { readonly before: readonly number[]; readonly after: readonly number[] },
  sizeOf: (slot: number) => number = () => 1,
): number {
  let sum = 0;
  for (let slot = 0; slot < before.length; slot++) {
    if (ids.before[before[slot]!] !== ids.after[after[slot]!]) sum += sizeOf(slot);
  }
  return sum;
}
