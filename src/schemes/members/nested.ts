import { modulo64 } from '../../hash/modulo.ts';
import { lcm } from '../../lib/integers.ts';
import { problem } from '../../lib/problem.ts';
import { keyPosition } from '../../topology/keyPosition.ts';
import { numberOf } from '../config.ts';
import { schemeFields } from '../fields.ts';
import { layoutMovement, type PlacedBounds } from '../layoutMovement.ts';
import { memberIds } from '../memberIds.ts';
import { radicesOf } from '../postgresRouters.ts';
import { type Arcs, type Circle, NO_MEMBER, type Router, type Scheme } from '../scheme.ts';
import { stripCircle } from '../stripCircle.ts';

/**
 * PostgreSQL's hash partitions, each partitioned again by hash of the same key: node i is the leaf with remainder i mod P at
 * the first level and floor(i / P) below, so that one more node is one more sub-partition, of one partition. Both levels see
 * the same hash, so a leaf (r1, r2) below a modulus of S has rows only where r1 = r2 modulo gcd(P, S). For P = S = 4:
 *
 *   r2      0   1   2   3
 *   r1 = 0  x   .   .   .
 *        1  .   x   .   .
 *        2  .   .   x   .
 *        3  .   .   .   x
 */
export const nested: Scheme = {
  id: 'nested',
  source: {
    title: 'PostgreSQL: sub-partitioning, compute_partition_hash_value with one seed (execPartition.c)',
    url: 'https://www.postgresql.org/docs/current/ddl-partitioning.html',
  },
  notes: ['nestedLeaves', 'nestedSameKey'],
  fields: schemeFields.nested,
  movement: 'bounds',
  sequential: false,
  needs: () => 'row',
  // One more sub-partition changes the modulus of its partition, whose leaves are all written anew.
  traits: () => ({ shrink: 'last', weights: false, inPlace: false, lookup: 'O(1)' }),
  check(config, { before, after }) {
    const first = numberOf(config, 'firstModulus');
    const leaves = Math.min(before.length, after.length);
    return leaves < first ? problem('schemeFewLeaves', { value: leaves, min: first }) : null;
  },
  prepare(config, change) {
    const first = numberOf(config, 'firstModulus');
    const ids = memberIds(change);
    const before = filledLeaves(first, change.before.length);
    const after = filledLeaves(first, change.after.length);
    const radices = before.map(({ bounds }, remainder) => {
      const parent = { modulus: first, remainder };
      return radicesOf([parent, ...bounds], [parent, ...after[remainder]!.bounds]);
    });
    const routerOf = (side: 'before' | 'after', parts: readonly PlacedBounds[]): Router => {
      const circle = leafCircle(
        parts,
        radices.map((sides) => sides[side]),
      );
      return leafRouter(first, change[side].length, circle);
    };
    return {
      before: routerOf('before', before),
      after: routerOf('after', after),
      theory: { kind: 'exact', fraction: layoutMovement(onNodes(before, ids.before), onNodes(after, ids.after)) },
    };
  },
};

/** All leaves as one list, each on the node of that number. */
function onNodes(parts: readonly PlacedBounds[], numbers: readonly number[]): PlacedBounds {
  return {
    bounds: parts.flatMap(({ bounds }) => bounds),
    nodes: parts.flatMap(({ nodes }) => nodes.map((leaf) => numbers[leaf]!)),
  };
}

/** Moduli of the second level, by remainder of the first: as even as whole sub-partitions allow. */
function secondModuli(first: number, leaves: number): number[] {
  return Array.from({ length: first }, (_, part) => Math.ceil((leaves - part) / first));
}

/** The leaves that rows can reach, partition by partition: the remainder modulo lcm(P, S) decides both levels. */
function filledLeaves(first: number, leaves: number): PlacedBounds[] {
  return secondModuli(first, leaves).map((second, part) => {
    const modulus = lcm(first, second);
    const bounds = Array.from({ length: modulus / first }, (_, i) => ({ modulus, remainder: part + i * first }));
    return { bounds, nodes: bounds.map(({ remainder }) => part + first * (remainder % second)) };
  });
}

function leafRouter(first: number, leaves: number, circle: Circle): Router {
  const seconds = secondModuli(first, leaves);
  return {
    route({ hi, lo }, count, out) {
      for (let i = 0; i < count; i++) {
        const part = modulo64(hi[i]!, lo[i]!, first);
        out[i] = part + first * modulo64(hi[i]!, lo[i]!, seconds[part]!);
      }
    },
    // The server keeps an int for each remainder of each table; beside it stands one node number a leaf.
    memoryBytes: 4 * (first + leaves) + 2 * leaves,
    lookupSteps: 6,
    circle,
  };
}

/**
 * The strip of the first level, each box divided as a strip of its own; leaves without rows have no arc.
 * @param radices of each partition: those of the first modulus, then those of its sub-partitions
 */
function leafCircle(parts: readonly PlacedBounds[], radices: readonly (readonly number[])[]): Circle {
  let arcs: Arcs | null = null;
  return {
    // Only pictures need them.
    get arcs() {
      arcs ??= joinArcs(parts.map(({ bounds, nodes }, part) => stripCircle(bounds, nodes, radices[part]!).arcs));
      return arcs;
    },
    place({ hi, lo }, count, out) {
      for (let i = 0; i < count; i++) {
        const part = modulo64(hi[i]!, lo[i]!, parts.length);
        out[i] = keyPosition(hi[i]!, lo[i]!, radices[part]!);
      }
    },
  };
}

/** Circles that have their members in different places, as one. */
function joinArcs(circles: readonly Arcs[]): Arcs {
  const arcs = circles
    .flatMap(({ starts, owners }) => Array.from(starts, (start, i) => ({ start, owner: owners[i]! })))
    .filter(({ owner }) => owner !== NO_MEMBER)
    .sort((a, b) => a.start - b.start);
  return {
    starts: Float64Array.from(arcs, ({ start }) => start),
    owners: Uint16Array.from(arcs, ({ owner }) => owner),
  };
}
