/**
 * Finds the next point of a ring whose owner has room. Owners that are full stay full, so what has been walked over once
 * is skipped from then on, which makes a walk nearly constant on average (union-find with path compression).
 */
export interface RoomSearch {
  /** Marks a member as full. */
  fill(member: number): void;
  /** The first point from `point` on, clockwise, whose owner is not full; some owner must be. */
  find(point: number): number;
}

/** @param owners of the points, in the order of the ring */
export function createRoomSearch(owners: Uint16Array, members: number): RoomSearch {
  const full = new Uint8Array(members);
  const count = owners.length;
  /** A later point such that all owners from this one up to it are full. */
  const next = Uint32Array.from(owners, (_, point) => (point + 1) % count);
  return {
    fill(member) {
      full[member] = 1;
    },
    find(point) {
      let found = point;
      while (full[owners[found]!] === 1) found = next[found]!;
      for (let at = point; at !== found; ) {
        const after = next[at]!;
        next[at] = found;
        at = after;
      }
      return found;
    },
  };
}
