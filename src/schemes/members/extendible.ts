import { compareBounds } from '../../topology/boundOrder.ts';
import { changeDirectory, growDirectory } from '../directory.ts';
import { schemeFields } from '../fields.ts';
import { layoutMovement } from '../layoutMovement.ts';
import { memberIds } from '../memberIds.ts';
import { partitionRouter } from '../partitionRouter.ts';
import { radicesOf } from '../postgresRouters.ts';
import type { Router, Scheme } from '../scheme.ts';

/**
 * Extendible hashing over nodes: a directory of the lowest d bits of the hash points to buckets of local depth up to d, one
 * bucket a node. PostgreSQL's mixed moduli are the same thing with a mixed radix: its index of remainders is the directory,
 * the greatest modulus its size. So the buckets are routed as hash partitions are.
 */
export const extendible: Scheme = {
  id: 'extendible',
  source: {
    title: 'Fagin, Nievergelt, Pippenger, Strong 1979, Extendible hashing',
    url: 'https://doi.org/10.1145/320083.320092',
  },
  notes: ['extendibleIsPostgres'],
  fields: schemeFields.extendible,
  movement: 'bounds',
  sequential: false,
  needs: () => 'row',
  traits: () => ({ shrink: 'any', weights: false, inPlace: true, lookup: 'O(1)' }),
  check: () => null,
  prepare(_config, change) {
    const ids = memberIds(change);
    const before = growDirectory(ids.before).toSorted(compareBounds);
    const after = changeDirectory(before, ids).toSorted(compareBounds);
    const radices = radicesOf(before, after);
    const nodesBefore = before.map(({ node }) => node);
    const nodesAfter = after.map(({ node }) => node);
    const owners = nodesAfter.map((node) => ids.after.indexOf(node));
    const fraction = layoutMovement({ bounds: before, nodes: nodesBefore }, { bounds: after, nodes: nodesAfter });
    return {
      before: ofDirectory(partitionRouter(before, nodesBefore, radices.before), before.at(-1)!.modulus),
      after: ofDirectory(partitionRouter(after, owners, radices.after), after.at(-1)!.modulus),
      theory: { kind: 'exact', fraction },
    };
  },
};

/** A directory holds the node itself, two bytes an entry: one read less than PostgreSQL's index of partitions. */
function ofDirectory(router: Router, entries: number): Router {
  return { ...router, memoryBytes: 2 * entries, lookupSteps: 2 };
}
