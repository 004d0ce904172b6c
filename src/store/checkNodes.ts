import { MAX_ROWS } from '../keys/keySpec.ts';
import { type Problem, problem } from '../lib/problem.ts';
import { checkMembers, MAX_NODE_NAME, membersOf, type NodeSpec } from '../schemes/nodes.ts';

/** Null, or what is wrong with a list of nodes: nothing else of a document matters for it, so asking costs little. */
export function checkNodes(nodes: readonly NodeSpec[]): Problem | null {
  const names = new Set<string>();
  for (const node of nodes) {
    if (names.has(node.name)) return problem('nodeNameTwice', { value: node.name });
    names.add(node.name);
    const wrong = checkLimits(node);
    if (wrong !== null) return wrong;
  }
  const { before, after } = membersOf(nodes);
  return checkMembers(before) ?? checkMembers(after);
}

function checkLimits({ name, capacityRows, capacityBytes, rack }: NodeSpec): Problem | null {
  if (rack !== null && rack.length > MAX_NODE_NAME) {
    return problem('nodeNameLong', { value: rack.slice(0, 80), max: MAX_NODE_NAME });
  }
  return checkCapacity(name, capacityRows, MAX_ROWS) ?? checkCapacity(name, capacityBytes, Number.MAX_SAFE_INTEGER);
}

function checkCapacity(name: string, value: number | null, max: number): Problem | null {
  if (value === null || (Number.isInteger(value) && value >= 1 && value <= max)) return null;
  return problem('nodeCapacity', { name, value, min: 1, max });
}
