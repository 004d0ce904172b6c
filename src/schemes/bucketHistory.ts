import type { MemberChange } from './nodes.ts';

/** Buckets of a scheme that remembers in which order they were removed. */
export interface BucketTable {
  remove(bucket: number): void;
  /** The bucket that was removed last, or else the next new one. */
  add(): number;
}

/**
 * Takes a table from the state before a change to the one after it: buckets 0 .. n - 1 are the members before in the order
 * of their list; those that leave are removed in that order, then those that join are added.
 * @returns for each bucket its member's index after the change; buckets without a member have 0
 */
export function replayChange({ before, after }: MemberChange, table: BucketTable): Uint16Array {
  const places = new Map(after.map(({ name }, index) => [name, index]));
  const owners = new Uint16Array(Math.max(before.length, after.length));
  before.forEach(({ name }, bucket) => {
    const place = places.get(name);
    if (place === undefined) table.remove(bucket);
    else owners[bucket] = place;
    places.delete(name);
  });
  for (const place of places.values()) owners[table.add()] = place;
  return owners;
}

/**
 * The share of keys that moves. A bucket that is removed loses its keys to the others evenly, and adding it again brings
 * the same keys back, so that a joining member takes the place of a leaving one. With n members before and m after: where
 * m <= n, those who stay keep all of their n-th; where m > n, the new buckets take their share of each, and an m-th is left.
 *
 * Exact if the hashes of keys and the draws at removed buckets are independent and uniform.
 */
export function movedFraction({ before, after }: MemberChange): number {
  const names = new Set(before.map(({ name }) => name));
  const common = after.filter(({ name }) => names.has(name)).length;
  return 1 - common / Math.max(before.length, after.length);
}
