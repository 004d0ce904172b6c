import type { ClusterFlows } from '../planner/cluster.ts';
import type { CircleChange } from '../scene/ringModel.ts';
import type { SchemeSpec } from '../schemes/fields.ts';
import type { NodeSpec } from '../schemes/nodes.ts';
import type { AppState, SchemeCircle } from './state.ts';

/** The scheme whose circle the ring shows; null for the plan on screen, also when the scheme is compared no longer. */
export function selectRingScheme({ document, ui }: AppState): SchemeSpec | null {
  return document.compare.find(({ scheme }) => scheme === ui.ringOf) ?? null;
}

/** What a picture of a scheme needs beside its arcs and keys. Entries are nodes, by their position in `nodes`. */
export interface CircleFacts extends Pick<CircleChange, 'nodeOfBefore' | 'nodeOfAfter'> {
  /** Rows that were placed. */
  readonly total: number;
  /** Exact, of all rows that were compared. */
  readonly counts: ClusterFlows;
}

/** The exact figures of a circle's scheme, by node; null where there are none, because the scheme was refused. */
export function circleFacts({ request, nodes, compared }: SchemeCircle): CircleFacts | null {
  const index = compared.request.schemes.findIndex(({ scheme }) => scheme === request.scheme.scheme);
  const outcome = compared.reply.schemes[index];
  if (outcome === undefined || !outcome.ok) return null;
  const { before, after, moved, flows } = outcome.value;
  const nodeOfBefore = positionsOf(request.change.before, nodes);
  const nodeOfAfter = positionsOf(request.change.after, nodes);
  return {
    nodeOfBefore,
    nodeOfAfter,
    total: compared.request.keys.rows,
    counts: {
      before: byNode(nodes, nodeOfBefore, before.rows),
      after: byNode(nodes, nodeOfAfter, after.rows),
      moved,
      flows: Array.from(flows.rows, (rows, flow) => ({
        from: nodeOfBefore[flows.from[flow]!]!,
        to: nodeOfAfter[flows.to[flow]!]!,
        rows,
      })),
    },
  };
}

function positionsOf(members: readonly { readonly name: string }[], nodes: readonly NodeSpec[]): number[] {
  const positions = new Map(nodes.map(({ name }, node) => [name, node]));
  return members.map(({ name }) => positions.get(name)!);
}

function byNode(nodes: readonly NodeSpec[], nodeOf: readonly number[], rows: Float64Array): number[] {
  const counts = nodes.map(() => 0);
  nodeOf.forEach((node, member) => {
    counts[node] = rows[member]!;
  });
  return counts;
}
