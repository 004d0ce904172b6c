import type { ClusterPlan } from './cluster.ts';
import type { ChangeCounts, Plan } from './plan.ts';

/** A partition that no step touches and that lies on another node afterwards. Nodes by their positions. */
export interface MovedTable {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly rows: number;
}

/**
 * Tables that go to another node as they are, in the order of the old layout. PostgreSQL has no statement for that, so no
 * step of the plan does it. A rebuild has none: it writes every row anew.
 */
export function movedTables(plan: Plan, { before, after }: ClusterPlan, change: ChangeCounts): MovedTable[] {
  if (plan.kind === 'rebuild') return [];
  const places = new Map(plan.to.map(({ remainder }, position) => [remainder, position]));
  return plan.from.flatMap((partition, position) => {
    const becomes = places.get(partition.remainder);
    if (becomes === undefined || plan.to[becomes]!.modulus !== partition.modulus) return [];
    if (before[position] === after[becomes]) return [];
    return {
      name: partition.name,
      from: before[position]!,
      to: after[becomes]!,
      rows: change.from[position]!,
    };
  });
}
