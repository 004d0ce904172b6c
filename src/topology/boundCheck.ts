import type { PgError } from '../hash/pgError.ts';
import { countUpTo } from './boundOrder.ts';
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
 * first occupied one. Along a chain two bounds overlap iff they agree modulo the smaller modulus. A coarser owner has all
 * of those slots; of finer ones each has its own remainder as its first, so the least remainder wins and no slots are
 * needed.
 */
function checkOverlap(layout: Layout, added: HashPartition): PgError | null {
  let owner: HashPartition | null = null;
  for (const partition of layout) {
    const smaller = Math.min(partition.modulus, added.modulus);
    if (added.remainder % smaller !== partition.remainder % smaller) continue;
    if (owner === null || partition.remainder < owner.remainder) owner = partition;
  }
  if (owner === null) return null;
  return { code: '42P17', message: `partition "${added.name}" would overlap partition "${owner.name}"` };
}
