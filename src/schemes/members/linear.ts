import { problem } from '../../lib/problem.ts';
import type { HashBound } from '../../topology/layout.ts';
import { numberOf } from '../config.ts';
import { schemeFields } from '../fields.ts';
import { readRemainders } from '../hashes/remainders.ts';
import { layoutMovement } from '../layoutMovement.ts';
import { memberIds } from '../memberIds.ts';
import { radicesOf } from '../postgresRouters.ts';
import type { Circle, Router, Scheme } from '../scheme.ts';
import { stripCircle } from '../stripCircle.ts';

/**
 * Linear hashing over nodes in list order: bucket i is node i, and one more node splits one bucket, the next in turn. Buckets
 * that wait for their turn hold twice as much as the others.
 */
export const linear: Scheme = {
  id: 'linear',
  source: {
    title: 'Litwin 1980, Linear hashing: a new tool for file and table addressing',
    url: 'https://www.vldb.org/conf/1980/P212.PDF',
  },
  fields: schemeFields.linear,
  movement: 'bounds',
  sequential: false,
  needs: () => 'row',
  traits: () => ({ shrink: 'last', weights: false, inPlace: true, lookup: 'O(1)' }),
  check(config, { before, after }) {
    const initial = numberOf(config, 'initial');
    const nodes = Math.min(before.length, after.length);
    return nodes < initial ? problem('schemeFewNodes', { value: nodes, min: initial }) : null;
  },
  prepare(config, change) {
    const initial = numberOf(config, 'initial');
    const ids = memberIds(change);
    const before = linearBuckets(initial, change.before.length);
    const after = linearBuckets(initial, change.after.length);
    const radices = radicesOf(before, after);
    const fraction = layoutMovement({ bounds: before, nodes: ids.before }, { bounds: after, nodes: ids.after });
    return {
      before: bucketRouter(initial, before.length, circleOf(before, radices.before)),
      after: bucketRouter(initial, after.length, circleOf(after, radices.after)),
      theory: { kind: 'exact', fraction },
    };
  },
};

/** Buckets of the level that is complete: initial * 2^L, the largest that is at most `buckets`. */
function spanOf(initial: number, buckets: number): number {
  let span = initial;
  while (2 * span <= buckets) span *= 2;
  return span;
}

/**
 * The buckets as bounds, by number. Those already split at this level, and their new halves, have twice the modulus of the
 * others: a legal layout of PostgreSQL.
 */
export function linearBuckets(initial: number, buckets: number): HashBound[] {
  const span = spanOf(initial, buckets);
  return Array.from({ length: buckets }, (_, remainder) => ({
    modulus: remainder < buckets - span || remainder >= span ? 2 * span : span,
    remainder,
  }));
}

function circleOf(bounds: readonly HashBound[], radices: readonly number[]): Circle {
  return stripCircle(
    bounds,
    bounds.map((_, bucket) => bucket),
    radices,
  );
}

function bucketRouter(initial: number, buckets: number, circle: Circle): Router {
  const span = spanOf(initial, buckets);
  const read = readRemainders(2 * span);
  return {
    route(keys, count, out) {
      const remainders = read(keys, count);
      for (let i = 0; i < count; i++) out[i] = remainders[i]! < buckets ? remainders[i]! : remainders[i]! - span;
    },
    memoryBytes: 0,
    lookupSteps: 2,
    circle,
  };
}
