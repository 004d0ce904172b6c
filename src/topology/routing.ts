import { modulo64 } from '../hash/modulo.ts';
import { distinctModuli, greatestModulus } from './boundOrder.ts';
import type { HashBound } from './layout.ts';

/** Routes row hashes to positions in one layout. Build it once, it is never changed. */
export interface Router {
  readonly greatestModulus: number;
  /** Slot -> position in the layout, -1 = none; null when the greatest modulus is beyond MAX_SLOTS. */
  readonly slots: Int32Array | null;
  /** One entry a distinct modulus, ascending: remainder -> position in the layout. */
  readonly groups: readonly { readonly modulus: number; readonly positions: ReadonlyMap<number, number> }[];
}

/** Up to here a router has one 4-byte slot for each remainder of the greatest modulus, as PostgreSQL does. */
export const MAX_SLOTS = 16_777_216;

/**
 * The index of `create_hash_bounds` (src/backend/partitioning/partbounds.c): partition (m, r) owns the slots r, r + m,
 * ... below the greatest modulus. `layout` is legal and sorted.
 */
export function buildRouter(layout: readonly HashBound[]): Router {
  const greatest = greatestModulus(layout);
  const slots = greatest <= MAX_SLOTS ? new Int32Array(greatest).fill(-1) : null;
  const positions = new Map(distinctModuli(layout).map((modulus) => [modulus, new Map<number, number>()]));
  layout.forEach(({ modulus, remainder }, position) => {
    positions.get(modulus)!.set(remainder, position);
    if (slots === null) return;
    for (let slot = remainder; slot < greatest; slot += modulus) slots[slot] = position;
  });
  const groups = [...positions].map(([modulus, byRemainder]) => ({ modulus, positions: byRemainder }));
  return { greatestModulus: greatest, slots, groups };
}

/** Position of the partition that owns a slot of the greatest modulus (0..greatestModulus - 1); -1 = no partition. */
export function routeRemainder(router: Router, slot: number): number {
  if (router.slots !== null) return router.slots[slot]!;
  for (const { modulus, positions } of router.groups) {
    const position = positions.get(slot % modulus);
    if (position !== undefined) return position;
  }
  return -1;
}

/** Position of the partition of a row by its row hash hi * 2^32 + lo, both unsigned 32-bit; -1 = no partition. */
export function routeHash(router: Router, hi: number, lo: number): number {
  return routeRemainder(router, modulo64(hi, lo, router.greatestModulus));
}
