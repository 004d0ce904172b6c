import type { KeySpec } from '../keys/keySpec.ts';
import type { Recipe } from '../planner/plan.ts';
import { defaultConfig } from '../schemes/config.ts';
import { fieldsOf, type SchemeSpec } from '../schemes/fields.ts';
import type { NodeSpec } from '../schemes/nodes.ts';

import type { HashBound } from '../topology/layout.ts';
import type { LayoutSpec } from '../topology/layoutSpec.ts';

/**
 * The document: everything that decides a figure, and nothing else. Small, immutable, serialisable; keys are described
 * by their seed, never stored. Links and files carry it as it stands.
 */
export interface Scenario {
  readonly version: 2;
  readonly name: string;
  readonly table: TableDocument;
  readonly keys: KeySpec;
  readonly from: LayoutSpec;
  readonly to: LayoutSpec;
  readonly recipe: Recipe;
  /** Servers before and after the change; at least one of each. */
  readonly nodes: readonly NodeSpec[];
  /** Partitions that somebody put on a node; the others are placed by the planner. Those of no layout are ignored. */
  readonly placed: readonly PlacedPartition[];
  /** Other schemes that the same keys and the same change of nodes are compared under. */
  readonly compare: readonly SchemeSpec[];
}

/** A partition of the old layout that lies on a node, or one of the new layout that is to lie there: a pin. */
export interface PlacedPartition extends HashBound {
  readonly side: 'from' | 'to';
  readonly node: string;
}

export interface TableDocument {
  readonly schema: string | null;
  readonly name: string;
  /** Pattern of partition names with the tokens {table}, {modulus}, {remainder}. */
  readonly partitionNames: string;
  /** Average row width in bytes, for estimates of copied bytes only. */
  readonly rowBytes: number;
}

export const MAX_NAME_LENGTH = 80;
export const MAX_ROW_BYTES = 1_000_000;

export const MAX_COMPARED = 24;

/** A node as it is added: weight 1, without limits. */
export function newNode(name: string, state: NodeSpec['state']): NodeSpec {
  return { name, weight: 1, state, capacityRows: null, capacityBytes: null, rack: null };
}

/** Four servers, and two that join. */
export const defaultNodes: readonly NodeSpec[] = [1, 2, 3, 4, 5, 6].map((n) =>
  newNode(`node ${n}`, n > 4 ? 'joining' : 'up'),
);

/** A scheme with its defaults. */
export function newCompared(scheme: string): SchemeSpec {
  return { scheme, config: defaultConfig(fieldsOf(scheme)) };
}

/** What most people know, and what most people would write themselves. */
export const defaultCompared: readonly SchemeSpec[] = ['modulo', 'ring', 'jump', 'citus'].map(newCompared);

/** What a first visitor sees: 8 partitions of `orders`, and the wish for 12 that PostgreSQL can't grant in place. */
export const defaultScenario: Scenario = {
  version: 2,
  name: 'orders',
  table: { schema: null, name: 'orders', partitionNames: '{table}_{modulus}_{remainder}', rowBytes: 120 },
  keys: {
    columns: [{ name: 'order_id', type: 'int8', source: { kind: 'serial', start: 1, stride: 1 } }],
    rows: 100_000,
    seed: 1,
  },
  from: { kind: 'uniform', modulus: 8 },
  to: { kind: 'uniform', modulus: 12 },
  recipe: 'copy',
  nodes: defaultNodes,
  placed: [],
  compare: defaultCompared,
};
