import { movedFraction, replayChange } from '../bucketHistory.ts';
import { schemeFields } from '../fields.ts';
import { createMemento, type MementoTable, mementoBucket, mementoSteps } from '../mementoTable.ts';
import type { Router, Scheme } from '../scheme.ts';

/**
 * MementoHash: jump hash that remembers the buckets removed from its midst, so that any node can leave, with no limit set
 * in advance and no memory as long as none has left.
 */
export const memento: Scheme = {
  id: 'memento',
  source: {
    title: 'Coluzzi et al.: MementoHash, A Stateful, Minimal Memory, Best Performing Consistent Hash Algorithm (2024)',
    url: 'https://doi.org/10.1109/TNET.2024.3393476',
  },
  fields: schemeFields.memento,
  movement: 'buckets',
  sequential: false,
  needs: () => 'row',
  traits: () => ({ shrink: 'any', weights: false, inPlace: true, lookup: 'O(log N)' }),
  check: () => null,
  prepare(_config, change) {
    const table = createMemento(change.before.length, Math.max(change.before.length, change.after.length));
    const before = routeByMemento(table, Uint16Array.from(change.before.keys()));
    const owners = replayChange(change, table);
    const after = routeByMemento(table, owners);
    return { before, after, theory: { kind: 'exact', fraction: movedFraction(change) } };
  },
};

/** A removed bucket, its replacement and the one removed before it, in 32 bits each. */
const ENTRY_BYTES = 12;

/** Routes by the state that the table has now. */
function routeByMemento(table: MementoTable, owners: Uint16Array): Router {
  const size = table.size();
  const replacements = table.replacements.slice();
  const removed = replacements.reduce((sum, left) => sum + (left < 0 ? 0 : 1), 0);
  return {
    route({ hi, lo }, count, out) {
      for (let i = 0; i < count; i++) out[i] = owners[mementoBucket(hi[i]!, lo[i]!, size, replacements)]!;
    },
    memoryBytes: ENTRY_BYTES * removed,
    lookupSteps: mementoSteps(size, replacements),
    circle: null,
  };
}
