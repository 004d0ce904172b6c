import { distinctModuli, isDivisorChain, isSameBound } from '../topology/boundOrder.ts';
import type { HashBound, HashPartition, Layout } from '../topology/layout.ts';
import { stripRadices, stripStart } from '../topology/stripOrder.ts';
import { type Bucket, type Component, overlapComponents } from './components.ts';

/** One transaction on the table, not yet placed in a plan. */
export interface Change extends Component {
  readonly kind: 'split' | 'merge' | 'regroup' | 'create';
}

/** What has to happen between two layouts. */
export interface Changes {
  /** In strip order, so that neighbours in the picture follow each other. */
  readonly changes: readonly Change[];
  /** The new layout with the names it will have: partitions that stay as they are keep theirs. */
  readonly to: Layout;
}

/** Sorts the overlap components of two layouts into what stays and what changes. */
export function findChanges(from: Layout, to: Layout, buckets?: readonly Bucket[]): Changes {
  const keptNames = new Map<HashBound, string>();
  const changes: Change[] = [];
  for (const component of overlapComponents(from, to, buckets)) {
    const [old] = component.from;
    const [added] = component.to;
    if (added === undefined) continue;
    if (old !== undefined && isSameBound(old, added)) keptNames.set(added, old.name);
    else changes.push({ ...component, kind: kindOf(component) });
  }
  const named = to.map((added) => {
    const name = keptNames.get(added) ?? added.name;
    return name === added.name ? added : { ...added, name };
  });
  return { changes: sortByStripOf(changes, from, to), to: named };
}

function kindOf({ from, to }: Component): Change['kind'] {
  if (from.length === 0) return 'create';
  if (from.length === 1 && to.every((added) => isInside(from[0]!, added))) return 'split';
  return to.length === 1 && from.every((old) => isInside(to[0]!, old)) ? 'merge' : 'regroup';
}

function isInside(whole: HashBound, part: HashBound): boolean {
  return part.modulus % whole.modulus === 0 && part.remainder % whole.modulus === whole.remainder;
}

/** When both layouts form one chain they share a strip; otherwise each bound stands where its own layout puts it. */
function sortByStripOf(changes: readonly Change[], from: Layout, to: Layout): Change[] {
  const joint = [...from, ...to];
  const isJoint = isDivisorChain(distinctModuli(joint));
  const oldRadices = stripRadices(isJoint ? joint : from);
  const newRadices = isJoint ? oldRadices : stripRadices(to);
  const startOf = (change: Change): number => {
    const bounds: readonly HashPartition[] = change.from.length > 0 ? change.from : change.to;
    const radices = change.from.length > 0 ? oldRadices : newRadices;
    return bounds.reduce((least, bound) => Math.min(least, stripStart(bound, radices)), 1);
  };
  return changes
    .map((change) => ({ change, start: startOf(change) }))
    .sort((a, b) => a.start - b.start)
    .map(({ change }) => change);
}

/**
 * Puts changes into an order in which each leaves a set of moduli that PostgreSQL accepts: always the first one that
 * does. A change that is possible never blocks another, since what it adds fits the target and what it removes can only
 * help; so when this gets stuck, no order exists.
 */
export function orderLegally(
  changes: readonly Change[],
  from: Layout,
): { readonly ordered: readonly Change[]; readonly blocked: readonly Change[] } {
  const uses = new Map<number, number>();
  addUses(uses, from, 1);
  const ordered: Change[] = [];
  const blocked = [...changes];
  for (;;) {
    const next = blocked.findIndex((change) => staysChain(uses, change));
    const change = blocked[next];
    if (change === undefined) return { ordered, blocked };
    blocked.splice(next, 1);
    ordered.push(change);
    addUses(uses, change.from, -1);
    addUses(uses, change.to, 1);
  }
}

/** Overlap is no matter here: a change takes away every old partition that its new ones overlap. */
function staysChain(uses: ReadonlyMap<number, number>, change: Change): boolean {
  // Most of thousands of changes bring no modulus that is not there: what is taken from a chain leaves a chain.
  if (change.to.every(({ modulus }) => uses.has(modulus))) return true;
  const after = new Map(uses);
  addUses(after, change.from, -1);
  addUses(after, change.to, 1);
  return isDivisorChain([...after.keys()].sort((a, b) => a - b));
}

function addUses(uses: Map<number, number>, bounds: readonly HashBound[], step: 1 | -1): void {
  for (const { modulus } of bounds) {
    const count = (uses.get(modulus) ?? 0) + step;
    if (count === 0) uses.delete(modulus);
    else uses.set(modulus, count);
  }
}
