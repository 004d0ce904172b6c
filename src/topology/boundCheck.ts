import type { PgError } from '../hash/pgError.ts';
import { countUpTo, greatestModulus } from './boundOrder.ts';
import type { HashBound, HashPartition, Layout } from './layout.ts';

/**
 * PostgreSQL's checks of a new hash bound, in its order and words. Source: `transformPartitionBound` in
 * src/backend/parser/parse_utilcmd.c for the values, `check_new_partition_bound` in
 * src/backend/partitioning/partbounds.c for the neighbours and the overlap (15 and 18 agree).
 */
const chainMessage = 'every hash partition modulus must be a factor of the next larger modulus';

/** The values alone: modulus first, then remainder. Null = accepted. */
export function checkBoundValues(bound: HashBound): PgError | null {
  if (bound.modulus < 1) {
    return { code: '42P16', message: 'modulus for hash partition must be an integer value greater than zero' };
  }
  if (bound.remainder >= bound.modulus) {
    return { code: '42P16', message: 'remainder for hash partition must be less than modulus' };
  }
  return null;
}

/** The new partition beside those of a legal, sorted layout: the modulus rule wins over the overlap. Null = accepted. */
export function checkBesideLayout(layout: Layout, added: HashPartition): PgError | null {
  if (layout.length === 0) return null;
  return checkNeighbours(layout, added) ?? checkOverlap(layout, added);
}

/** True for the refusal of a modulus outside the chain, as opposed to an overlap or a bad name. */
export function isChainRefusal(error: PgError): boolean {
  return error.message === chainMessage;
}

/** Only the last bound not above the new one and the bound behind it are looked at; the chain follows by induction. */
function checkNeighbours(layout: Layout, added: HashPartition): PgError | null {
  const place = countUpTo(layout, added);
  const before = layout[place - 1];
  const next = layout[place];
  if (before !== undefined && added.modulus % before.modulus !== 0) {
    return chainError(`not divisible by ${before.modulus}`, added, before);
  }
  if (next !== undefined && next.modulus % added.modulus !== 0) {
    return chainError(`not a factor of ${next.modulus}`, added, next);
  }
  return null;
}

function chainError(relation: string, added: HashPartition, existing: HashPartition): PgError {
  return {
    code: '42P17',
    message: chainMessage,
    detail: `The new modulus ${added.modulus} is ${relation}, the modulus of existing partition "${existing.name}".`,
  };
}

/**
 * PostgreSQL walks the slots remainder, remainder + modulus, ... below the greatest modulus and names the owner of the
 * first occupied one. Along a chain the first slot that both share is the greater of the two remainders when the bounds
 * agree modulo the smaller modulus, so no slots are needed. A remainder beyond the greatest modulus starts at its rest.
 */
function checkOverlap(layout: Layout, added: HashPartition): PgError | null {
  const start = added.remainder % greatestModulus(layout);
  let firstSlot = Number.POSITIVE_INFINITY;
  let owner: HashPartition | null = null;
  for (const partition of layout) {
    const smaller = Math.min(partition.modulus, added.modulus);
    if (start % smaller !== partition.remainder % smaller) continue;
    const slot = Math.max(start, partition.remainder);
    if (slot < firstSlot) {
      firstSlot = slot;
      owner = partition;
    }
  }
  if (owner === null) return null;
  return { code: '42P17', message: `partition "${added.name}" would overlap partition "${owner.name}"` };
}
