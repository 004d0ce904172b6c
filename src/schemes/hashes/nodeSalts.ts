import type { Member } from '../nodes.ts';
import { nameHash } from './nameHash.ts';

/** Nodes in the order of their names, which settles ties, with the salts of their draws. */
export interface NodeSalts {
  /** Index in the list of members. */
  readonly members: Uint16Array;
  readonly hi: Uint32Array;
  readonly lo: Uint32Array;
}

export function saltNodes(members: readonly Member[]): NodeSalts {
  const salts = members.map(({ name }) => nameHash(name));
  const order = orderByName(members);
  return {
    members: Uint16Array.from(order),
    hi: Uint32Array.from(order, (index) => salts[index]![0]),
    lo: Uint32Array.from(order, (index) => salts[index]![1]),
  };
}

/** Indexes of the members by name, in the order of UTF-16 units: no locale has a say. */
export function orderByName(members: readonly Member[]): number[] {
  return members.map((_, index) => index).sort((a, b) => (members[a]!.name < members[b]!.name ? -1 : 1));
}
