import type { Problem } from '../lib/problem.ts';
import type { Member, MemberChange } from './nodes.ts';

/**
 * What a scheme reads of a key:
 * - `row`: PostgreSQL's 64-bit row hash with the partition seed (hi, lo)
 * - `short`: the 32-bit hash of the first key column, support function 1 of its operator class (word)
 * - `text`: the bytes of the key as text, columns joined by a colon (data, offsets)
 */
export type KeyNeed = 'row' | 'short' | 'text';

/** Hashes and texts of a block of keys; only what the scheme needs is filled in. */
export interface KeyBlock {
  readonly hi: Uint32Array;
  readonly lo: Uint32Array;
  readonly short: Int32Array;
  /** Text of key i is data[offsets[i] .. offsets[i + 1]). */
  readonly data: Uint8Array;
  readonly offsets: Uint32Array;
}

/** What a router writes for a key that no member holds: a layout may have gaps. Members are numbered below it. */
export const NO_MEMBER = 65_535;

/** Thin or thick arcs of the circle from 0 to 1: arc i begins at starts[i] and ends where the next begins, the last at 1. */
export interface Arcs {
  /** Ascending; starts[0] is 0. */
  readonly starts: Float64Array;
  /** Member that owns the arc. */
  readonly owners: Uint16Array;
}

/** Finds the members of keys, for one state of the cluster. Not to be shared between threads: it may keep working space. */
export interface Router {
  /**
   * Writes the index of each key's member, in the list the router was made for, to out[0 .. count - 1]. No allocation. A
   * router of a scheme that is `sequential` must see all keys once, in order.
   */
  route(keys: KeyBlock, count: number, out: Uint16Array): void;
  /** Bytes that a lookup reads from: points, tables, maps, at the sizes a compact implementation needs. */
  readonly memoryBytes: number;
  /** What one lookup does on average: hashes, comparisons and table reads. */
  readonly lookupSteps: number;
  /** Where the scheme lays keys on a circle; null where keys have no place (jump, rendezvous ...). */
  readonly circle: Circle | null;
}

export interface Circle {
  readonly arcs: Arcs;
  /** Writes the place of each key on the circle, from 0 to below 1. */
  place(keys: KeyBlock, count: number, out: Float64Array): void;
}

/** The same keys before and after a change of nodes. */
export interface RouterPair {
  readonly before: Router;
  readonly after: Router;
  readonly theory: MovementTheory;
}

/**
 * The share of keys that is expected to change its member, over all hash values, given the tables of both routers.
 * `exact`: keys move as independent draws with this chance. `limit`: what the share tends to with more rows where keys
 * hinge on each other, and its standard deviation for the rows at hand. `bound`: no formula is known; at most so many.
 */
export type MovementTheory =
  | { readonly kind: 'exact' | 'bound'; readonly fraction: number }
  | { readonly kind: 'limit'; readonly fraction: number; readonly deviation: number };

/** How the share of a MovementTheory is found; one text each, `scheme.movement.<rule>`. */
export type MovementRule =
  | 'gcd'
  | 'words'
  | 'bounds'
  | 'arcs'
  | 'fluid'
  | 'probes'
  | 'last'
  | 'buckets'
  | 'winners'
  | 'weighted'
  | 'slots'
  | 'shards';

/** One parameter of a scheme, as a form shows it. */
export type SchemeField =
  | {
      readonly kind: 'integer' | 'decimal';
      readonly name: string;
      readonly min: number;
      readonly max: number;
      readonly default: number;
    }
  | { readonly kind: 'choice'; readonly name: string; readonly choices: readonly string[]; readonly default: string };

/** Values of the fields, by name. */
export type SchemeConfig = Readonly<Record<string, number | string>>;

/** What a scheme can do, as Compare tells it. */
export interface SchemeTraits {
  /** Which node may leave: any, the last of the list, or none without a rebuild. */
  readonly shrink: 'any' | 'last' | 'none';
  readonly weights: boolean;
  /** True when a node joins or leaves without every table being written anew. */
  readonly inPlace: boolean;
  /** Order of a lookup, with N nodes and the letters of the fields, e.g. `O(log NV)`. */
  readonly lookup: string;
  /** Servers that hold a copy of every row, where the scheme says so: a primary and its replicas. */
  readonly copies?: number;
}

/** A way to place keys on nodes: one file in members/ and one line in schemes.ts. */
export interface Scheme {
  readonly id: string;
  /** Where the rules come from: a paper, a manual, a source file. */
  readonly source: { readonly title: string; readonly url: string };
  /** Text ids of what must be said beside the scheme: where it departs from its source, or its source from itself. */
  readonly notes?: readonly string[];
  readonly fields: readonly SchemeField[];
  readonly movement: MovementRule;
  /** True where a key's member depends on the keys before it. */
  readonly sequential: boolean;
  needs(config: SchemeConfig): KeyNeed;
  traits(config: SchemeConfig): SchemeTraits;
  /** Null, or what is wrong beyond the limits of the fields, with the value and the limit. */
  check(config: SchemeConfig, change: MemberChange): Problem | null;
  /** The server's words for one partition more than the `declared` ones, where their number is fixed for ever. */
  refuseMore?(table: string, declared: number): string;
  /**
   * Builds both routers. Deterministic; names decide, not list positions, where the scheme says so.
   * @param config valid by checkConfig() and check()
   * @param change valid by checkChange()
   * @param rows of all keys; of use to schemes that are sequential or weigh partitions by their size
   */
  prepare(config: SchemeConfig, change: MemberChange, rows: number): RouterPair;
}

/** For schemes whose routers depend on nothing but the members: prepares each side by itself. */
export function preparePair(
  change: MemberChange,
  prepare: (members: readonly Member[]) => Router,
  theory: (before: Router, after: Router) => MovementTheory,
): RouterPair {
  const before = prepare(change.before);
  const after = prepare(change.after);
  return { before, after, theory: theory(before, after) };
}
