import type { KeySpec } from '../keys/keySpec.ts';
import type { Recipe } from '../planner/plan.ts';
import type { LayoutSpec } from '../topology/layoutSpec.ts';

/**
 * The document: everything that decides a figure, and nothing else. Small, immutable, serialisable; keys are described
 * by their seed, never stored. Links and files carry it as it stands.
 */
export interface Scenario {
  readonly version: 1;
  readonly name: string;
  readonly table: TableDocument;
  readonly keys: KeySpec;
  readonly from: LayoutSpec;
  readonly to: LayoutSpec;
  readonly recipe: Recipe;
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

/** What a first visitor sees: 8 partitions of `orders`, and the wish for 12 that PostgreSQL can't grant in place. */
export const defaultScenario: Scenario = {
  version: 1,
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
};
