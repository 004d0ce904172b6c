import { distinctModuli, isDivisorChain } from '../topology/boundOrder.ts';
import type { HashBound, Layout } from '../topology/layout.ts';
import { stripRadices } from '../topology/stripOrder.ts';
import { layoutMovement } from './layoutMovement.ts';
import { partitionRouter } from './partitionRouter.ts';
import type { RouterPair } from './scheme.ts';

/**
 * The routers of any two layouts, mixed moduli and gaps included, whose partitions lie on nodes of one list.
 * @param beforeNodes node of each partition of `fromLayout`, by its position there
 * @param afterNodes node of each partition of `toLayout`
 */
export function postgresRouters(
  fromLayout: Layout,
  toLayout: Layout,
  beforeNodes: readonly number[],
  afterNodes: readonly number[],
): RouterPair {
  const radices = radicesOf(fromLayout, toLayout);
  const before = { bounds: fromLayout, nodes: beforeNodes };
  const after = { bounds: toLayout, nodes: afterNodes };
  return {
    before: partitionRouter(fromLayout, beforeNodes, radices.before),
    after: partitionRouter(toLayout, afterNodes, radices.after),
    theory: { kind: 'exact', fraction: layoutMovement(before, after) },
  };
}

/** One chain for both sides where there is one, so that keys keep their place on the circle. */
export function radicesOf(
  before: readonly HashBound[],
  after: readonly HashBound[],
): { readonly before: readonly number[]; readonly after: readonly number[] } {
  const all = [...before, ...after];
  if (!isDivisorChain(distinctModuli(all))) return { before: stripRadices(before), after: stripRadices(after) };
  const common = stripRadices(all);
  return { before: common, after: common };
}
