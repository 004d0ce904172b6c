import { type Problem, problem } from '../lib/problem.ts';
import { err, ok, type Result } from '../lib/result.ts';

/**
 * A server that holds partitions. One list describes a change: nodes that are `up` are there before and after it,
 * `joining` ones only after it, `leaving` ones only before it. A node's place in the list is its hue for life.
 */
export interface NodeSpec {
  readonly name: string;
  /** Share of the keys that it should hold, beside the other nodes'. */
  readonly weight: number;
  readonly state: NodeState;
  /** Rows and bytes it has room for; null where nobody said. */
  readonly capacityRows: number | null;
  readonly capacityBytes: number | null;
  /** Failure domain; null where nobody said. */
  readonly rack: string | null;
}

export const nodeStates = ['up', 'joining', 'leaving'] as const;
export type NodeState = (typeof nodeStates)[number];

export const MAX_NODES = 1024;
export const MAX_NODE_NAME = 63;
export const MAX_WEIGHT = 1_000_000;

/** What schemes place keys by. */
export type Member = Pick<NodeSpec, 'name' | 'weight'>;

/** The members of a cluster before and after a change of nodes. A node that stays has the same name in both. */
export interface MemberChange {
  readonly before: readonly Member[];
  readonly after: readonly Member[];
}

export function membersOf(nodes: readonly NodeSpec[]): MemberChange {
  return {
    before: nodes.filter(({ state }) => state !== 'joining'),
    after: nodes.filter(({ state }) => state !== 'leaving'),
  };
}

/** So many nodes of weight 1, `node 1` to `node n`. */
export function equalMembers(count: number): Member[] {
  return Array.from({ length: count }, (_, index) => ({ name: `node ${index + 1}`, weight: 1 }));
}

/** Checks one side of a change: 1 to MAX_NODES members, names given once, positive weights. */
export function checkMembers(members: readonly Member[]): Problem | null {
  if (members.length === 0) return problem('nodesNone', { min: 1 });
  if (members.length > MAX_NODES) return problem('nodesTooMany', { value: members.length, max: MAX_NODES });
  const names = new Set<string>();
  for (const { name, weight } of members) {
    if (name.trim() === '') return problem('nodeNameEmpty');
    if (name.length > MAX_NODE_NAME) return problem('nodeNameLong', { value: name.slice(0, 80), max: MAX_NODE_NAME });
    if (names.has(name)) return problem('nodeNameTwice', { value: name });
    names.add(name);
    if (!(weight > 0 && weight <= MAX_WEIGHT)) return problem('nodeWeight', { value: weight, name, max: MAX_WEIGHT });
  }
  return null;
}

/** Checks both sides of a change. */
export function checkChange(change: MemberChange): Result<MemberChange, Problem> {
  const wrong = checkMembers(change.before) ?? checkMembers(change.after);
  return wrong === null ? ok(change) : err(wrong);
}
