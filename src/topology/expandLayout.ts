import type { PgError } from '../hash/pgError.ts';
import { type Problem, problem } from '../lib/problem.ts';
import { err, ok, type Result } from '../lib/result.ts';
import { compareBounds, distinctModuli, isDivisorChain } from './boundOrder.ts';
import { addPartition } from './hashTable.ts';
import type { HashBound, HashPartition, Layout } from './layout.ts';
import { type LayoutSpec, MAX_MODULUS, MAX_PARTITIONS } from './layoutSpec.ts';
import { checkName } from './partitionNames.ts';

/**
 * The layout that a document describes, with a name for each partition. Refusals: the app's own limits
 * (partitionsOutOfRange, modulusOutOfRange, remainderOutOfRange, nameEmpty, nameTooLong), then PostgreSQL's, as it would
 * refuse the CREATE statements in the order of the spec.
 */
export function expandLayout(
  spec: LayoutSpec,
  nameOf: (bound: HashBound) => string,
): Result<Layout, PgError | Problem> {
  const limit = checkLimits(spec);
  if (limit !== null) return err(limit);
  const partitions = boundsOf(spec).map((bound) => ({ ...bound, name: nameOf(bound) }));
  for (const { name } of partitions) {
    const wrong = checkName(name);
    if (wrong !== null) return err(wrong);
  }
  const sorted = partitions.toSorted(compareBounds);
  return isLegalLayout(sorted) ? ok(sorted) : err(firstRefusal(partitions));
}

/** Whether PostgreSQL takes all these partitions in one table, in any order; `sorted` as PostgreSQL sorts them. */
export function isLegalLayout(sorted: Layout): boolean {
  const moduli = distinctModuli(sorted);
  if (!isDivisorChain(moduli)) return false;
  if (sorted.some(({ modulus, remainder }) => modulus < 1 || remainder >= modulus)) return false;
  if (new Set(sorted.map(({ name }) => name)).size < sorted.length) return false;
  const taken = new Map(moduli.map((modulus) => [modulus, new Set<number>()]));
  for (const { modulus, remainder } of sorted) {
    for (const coarser of moduli) {
      if (coarser > modulus) break;
      if (taken.get(coarser)!.has(remainder % coarser)) return false;
    }
    taken.get(modulus)!.add(remainder);
  }
  return true;
}

function boundsOf(spec: LayoutSpec): readonly HashBound[] {
  if (spec.kind === 'mixed') return spec.bounds.map(({ modulus, remainder }) => ({ modulus, remainder }));
  return Array.from({ length: spec.modulus }, (_, remainder) => ({ modulus: spec.modulus, remainder }));
}

function checkLimits(spec: LayoutSpec): Problem | null {
  const count = spec.kind === 'uniform' ? spec.modulus : spec.bounds.length;
  if (!isWithin(count, 1, MAX_PARTITIONS)) {
    return problem('partitionsOutOfRange', { value: count, min: 1, max: MAX_PARTITIONS });
  }
  if (spec.kind === 'uniform') return null;
  for (const { modulus, remainder } of spec.bounds) {
    if (!isWithin(modulus, 1, MAX_MODULUS)) {
      return problem('modulusOutOfRange', { value: modulus, min: 1, max: MAX_MODULUS });
    }
    // PostgreSQL has its own words for a remainder that is too large, but none for one that its grammar can't write.
    if (!isWithin(remainder, 0, Number.MAX_SAFE_INTEGER)) {
      return problem('remainderOutOfRange', { value: remainder, min: 0, max: modulus - 1 });
    }
  }
  return null;
}

function isWithin(value: number, min: number, max: number): boolean {
  return Number.isInteger(value) && value >= min && value <= max;
}

/**
 * PostgreSQL's refusal of the first CREATE that fails. A part of a legal set is legal, so the longest prefix without a
 * failure is found by halving.
 */
function firstRefusal(partitions: readonly HashPartition[]): PgError {
  let legal = 0;
  let illegal = partitions.length;
  while (illegal - legal > 1) {
    const middle = (legal + illegal) >>> 1;
    if (isLegalLayout(partitions.slice(0, middle).sort(compareBounds))) legal = middle;
    else illegal = middle;
  }
  // No partition has an empty name, so the table's can't clash here.
  const table = { name: '', partitions: partitions.slice(0, legal).sort(compareBounds) };
  const result = addPartition(table, partitions[legal]!, 'create');
  if (result.ok) throw new Error(`${partitions[legal]!.name} fits beside the ${legal} partitions before it`);
  return result.error;
}
