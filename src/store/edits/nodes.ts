import type { Problem } from '../../lib/problem.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import type { NodeSpec } from '../../schemes/nodes.ts';
import { checkNodes } from '../checkNodes.ts';
import { newNode, type Scenario } from '../scenario.ts';

/** A name that no node has: `node 7` behind six of that pattern. */
export function freeNodeName(nodes: readonly NodeSpec[]): string {
  const taken = new Set(nodes.map(({ name }) => name));
  let n = nodes.length + 1;
  while (taken.has(`node ${n}`)) n += 1;
  return `node ${n}`;
}

/**
 * The document with another list of nodes, or what is wrong with that. What was placed on a node that is not there then is
 * left to the planner: before the change on a joining one, after it on a leaving one.
 */
export function withNodes(document: Scenario, nodes: readonly NodeSpec[]): Result<Scenario, Problem> {
  const wrong = checkNodes(nodes);
  if (wrong !== null) return err(wrong);
  const names = {
    from: new Set(nodes.flatMap(({ name, state }) => (state === 'joining' ? [] : [name]))),
    to: new Set(nodes.flatMap(({ name, state }) => (state === 'leaving' ? [] : [name]))),
  };
  return ok({ ...document, nodes, placed: document.placed.filter(({ side, node }) => names[side].has(node)) });
}

/** Nodes there are after the change, or before it. */
export function countNodes(nodes: readonly NodeSpec[], side: 'from' | 'to'): number {
  const absent = side === 'from' ? 'joining' : 'leaving';
  return nodes.filter(({ state }) => state !== absent).length;
}

/**
 * So many nodes after the change. Growing first keeps nodes that were to leave, then adds joining ones; shrinking first
 * takes back the last joining ones, then lets the last others leave.
 */
export function resizeNodes(nodes: readonly NodeSpec[], count: number): readonly NodeSpec[] {
  const next = [...nodes];
  for (let missing = count - countNodes(next, 'to'); missing > 0; missing -= 1) {
    const leaving = next.findIndex(({ state }) => state === 'leaving');
    if (leaving >= 0) next[leaving] = { ...next[leaving]!, state: 'up' };
    else next.push(newNode(freeNodeName(next), 'joining'));
  }
  for (let over = countNodes(next, 'to') - count; over > 0; over -= 1) {
    const joining = next.findLastIndex(({ state }) => state === 'joining');
    const up = next.findLastIndex(({ state }) => state === 'up');
    if (joining >= 0) next.splice(joining, 1);
    else next[up] = { ...next[up]!, state: 'leaving' };
  }
  return next;
}
