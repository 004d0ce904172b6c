/** A node that is being filled. Shares are in any unit, the same for all; `cap` is the most that it may hold. */
export interface Vessel {
  readonly weight: number;
  readonly load: number;
  readonly cap: number;
}

/**
 * Free places for equal partitions. Node i takes at most `full[i]`; where `open[i]` it may take one more, and all nodes
 * together at most `shared` of those.
 */
export interface Places {
  readonly full: readonly number[];
  readonly open: readonly boolean[];
  readonly shared: number;
}

/** Fractions of a partition that are no further apart are the same: weights are doubles. */
const SAME = 1e-9;

/**
 * What each node gets of `amount` when it can be cut anywhere, so that the nodes come to stand at the same level (load
 * over weight), as water does in joined vessels: room = clamp(level * weight - load, 0, cap - load). A node that stands
 * above the level gets nothing. Null when the caps leave too little room.
 */
export function fillRooms(vessels: readonly Vessel[], amount: number): number[] | null {
  const level = levelFor(vessels, amount);
  if (level === null) return null;
  return vessels.map(({ weight, load, cap }) => Math.max(0, Math.min(level * weight, cap) - load));
}

/** Walks up the levels at which a node begins to fill or is at its cap; between two of them the amount is linear. */
function levelFor(vessels: readonly Vessel[], amount: number): number | null {
  const turns = vessels.flatMap(({ weight, load, cap }) =>
    cap <= load
      ? []
      : [
          { level: load / weight, weight, load, room: 0, filling: 1 },
          { level: cap / weight, weight: -weight, load: -load, room: cap - load, filling: -1 },
        ],
  );
  turns.sort((a, b) => a.level - b.level);
  let [weight, load, room, filling] = [0, 0, 0, 0];
  for (const [i, turn] of turns.entries()) {
    if (turn.level === Number.POSITIVE_INFINITY) break;
    weight += turn.weight;
    load += turn.load;
    room += turn.room;
    filling += turn.filling;
    if (filling === 0) {
      [weight, load] = [0, 0];
      if (room >= amount - SAME) return turn.level;
      continue;
    }
    const level = (amount - room + load) / weight;
    if (level <= (turns[i + 1]?.level ?? Number.POSITIVE_INFINITY)) return level;
  }
  return amount <= SAME ? 0 : null;
}

/**
 * Places for `count` partitions of `size` in rooms that sum to at least as much. Every node takes the whole partitions
 * that fit into its room. Those left over, if any, go one each to the nodes with the largest remainders; nodes of equal
 * remainder at the end of that list are `open`, so that the choice between them can save moves. Null when caps forbid.
 */
export function placesIn(
  vessels: readonly Vessel[],
  rooms: readonly number[],
  size: number,
  count: number,
): Places | null {
  const full = rooms.map((room) => Math.floor(room / size + SAME));
  const over = rooms.map((room, node) => room / size - full[node]!);
  const shared = count - full.reduce((sum, places) => sum + places, 0);
  if (shared <= 0) return { full, open: full.map(() => false), shared: 0 };
  const roomier = full
    .map((_, node) => node)
    .filter((node) => vessels[node]!.load + (full[node]! + 1) * size <= vessels[node]!.cap)
    .sort((a, b) => over[b]! - over[a]!);
  const last = roomier[shared - 1];
  if (last === undefined) return null;
  const sure = new Set(roomier.filter((node) => over[node]! > over[last]! + SAME));
  const tied = new Set(roomier.filter((node) => Math.abs(over[node]! - over[last]!) <= SAME));
  return {
    full: full.map((places, node) => (sure.has(node) ? places + 1 : places)),
    open: full.map((_, node) => tied.has(node)),
    shared: shared - sure.size,
  };
}

/** Integers in proportion to `quotas` with the sum `count`: largest remainders, and of equal ones the first. */
export function largestRemainders(quotas: readonly number[], count: number): number[] {
  const sum = quotas.reduce((total, quota) => total + quota, 0);
  const exact = quotas.map((quota) => (quota / sum) * count);
  const counts = exact.map((part) => Math.floor(part + SAME));
  const left = count - counts.reduce((total, part) => total + part, 0);
  const order = counts.map((_, i) => i).sort((a, b) => compareRemainders(exact, counts, a, b));
  for (const i of order.slice(0, left)) counts[i]!++;
  return counts;
}

function compareRemainders(exact: readonly number[], counts: readonly number[], a: number, b: number): number {
  const difference = exact[b]! - counts[b]! - (exact[a]! - counts[a]!);
  return Math.abs(difference) <= SAME ? a - b : difference;
}
