import type { PgError } from '../hash/pgError.ts';
import { type Problem, problem } from '../lib/problem.ts';
import { err, ok, type Result } from '../lib/result.ts';
import { distinctModuli, isDivisorChain } from './boundOrder.ts';
import { coverage, gapsOf } from './coverage.ts';
import { addPartition, type HashTable } from './hashTable.ts';
import type { HashBound, HashPartition, Layout } from './layout.ts';
import { MAX_MODULUS, MAX_PARTITIONS } from './layoutSpec.ts';
import { partitionNamer } from './partitionNames.ts';

/** A merge that PostgreSQL allows: all `parts` together are exactly `bound`. */
export interface MergeCandidate {
  readonly bound: HashBound;
  readonly parts: readonly HashPartition[];
}

/** Bounds of the k parts of (m, r): (k * m, r + i * m), i = 0..k-1; the first one, the heir, keeps the remainder. */
export function splitBound(bound: HashBound, parts: number): HashBound[] {
  const modulus = bound.modulus * parts;
  return Array.from({ length: parts }, (_, i) => ({ modulus, remainder: bound.remainder + i * bound.modulus }));
}

/**
 * The partitions that would merge with `partition` into one of k times its width, itself included; whatever moduli they
 * have. Empty when k does not divide its modulus or a part is missing.
 */
export function siblingsOf(layout: Layout, partition: HashBound, parts: number): readonly HashPartition[] {
  const modulus = partition.modulus / parts;
  if (!Number.isInteger(modulus) || modulus < 1) return [];
  const bound = { modulus, remainder: partition.remainder % modulus };
  const inside = partsOf(layout, bound);
  return isFilled(bound, inside) ? inside : [];
}

/** All legal merges of a partition into a coarser bound, from the finest to the coarsest. */
export function mergeCandidates(layout: Layout, partition: HashBound): readonly MergeCandidate[] {
  const candidates: MergeCandidate[] = [];
  for (const modulus of properDivisors(partition.modulus)) {
    const bound = { modulus, remainder: partition.remainder % modulus };
    const parts = partsOf(layout, bound);
    const others = layout.filter((other) => !isInside(bound, other));
    if (isFilled(bound, parts) && fitsChain(others, modulus)) candidates.push({ bound, parts });
  }
  return candidates;
}

/**
 * The layout after a split of one partition into `parts`. Refusals: the app's limits (partsOutOfRange,
 * modulusOutOfRange, partitionsOutOfRange), else PostgreSQL's when a new bound doesn't fit beside the others.
 */
export function canSplit(
  layout: Layout,
  partition: HashPartition,
  parts: number,
  nameOf: (bound: HashBound) => string = defaultName,
): Result<Layout, PgError | Problem> {
  if (!Number.isInteger(parts) || parts < 2) {
    return err(problem('partsOutOfRange', { value: parts, min: 2, max: MAX_PARTITIONS }));
  }
  const modulus = partition.modulus * parts;
  if (modulus > MAX_MODULUS) return err(problem('modulusOutOfRange', { value: modulus, min: 1, max: MAX_MODULUS }));
  const count = layout.length - 1 + parts;
  if (count > MAX_PARTITIONS) {
    return err(problem('partitionsOutOfRange', { value: count, min: 1, max: MAX_PARTITIONS }));
  }
  return replace(layout, [partition], splitBound(partition, parts), nameOf);
}

/**
 * The layout after `partition` and its siblings are merged into the partition of the smaller `modulus`. Refusals:
 * mergeNotDivisor, mergePartMissing, else PostgreSQL's when the wider bound doesn't fit beside the others.
 */
export function canMerge(
  layout: Layout,
  partition: HashPartition,
  modulus: number,
  nameOf: (bound: HashBound) => string = defaultName,
): Result<Layout, PgError | Problem> {
  if (!Number.isInteger(modulus) || modulus < 1 || modulus >= partition.modulus || partition.modulus % modulus !== 0) {
    return err(problem('mergeNotDivisor', { value: modulus, modulus: partition.modulus }));
  }
  const bound = { modulus, remainder: partition.remainder % modulus };
  const inside = partsOf(layout, bound);
  const missing = isFilled(bound, inside) ? undefined : gapsOf(layout, bound).next().value;
  if (missing) return err(problem('mergePartMissing', { modulus: missing.modulus, remainder: missing.remainder }));
  return replace(layout, inside, [bound], nameOf);
}

/** Detaches `old` and creates `bounds`, as the DDL of a split or a merge does. */
function replace(
  layout: Layout,
  old: readonly HashPartition[],
  bounds: readonly HashBound[],
  nameOf: (bound: HashBound) => string,
): Result<Layout, PgError> {
  let table: HashTable = { name: '', partitions: layout.filter((partition) => !old.includes(partition)) };
  for (const bound of bounds) {
    const next = addPartition(table, { ...bound, name: nameOf(bound) }, 'create');
    if (!next.ok) return next;
    table = next.value;
  }
  return ok(table.partitions);
}

function partsOf(layout: Layout, bound: HashBound): readonly HashPartition[] {
  return layout.filter((partition) => isInside(bound, partition));
}

function isInside(bound: HashBound, part: HashBound): boolean {
  return part.modulus % bound.modulus === 0 && part.remainder % bound.modulus === bound.remainder;
}

/** Whether partitions inside a bound are all of it: their shares add up to 1 / modulus. */
function isFilled(bound: HashBound, inside: readonly HashBound[]): boolean {
  const { covered, of } = coverage(inside);
  return covered * bound.modulus === of;
}

function fitsChain(others: Layout, modulus: number): boolean {
  return isDivisorChain(distinctModuli([...others, { modulus, remainder: 0 }]));
}

/** The divisors of n below n, descending; n up to 2147483647. */
function properDivisors(n: number): number[] {
  const small: number[] = [];
  for (let d = 1; d * d <= n; d++) if (n % d === 0) small.push(d);
  const all = new Set([...small, ...small.map((d) => n / d)]);
  all.delete(n);
  return [...all].sort((a, b) => b - a);
}

/** Enough where only the bounds of the result matter. */
const defaultName = partitionNamer('p_{modulus}_{remainder}', '');
