import { nodeRowsAt, rowsOn } from './nodeLedger.ts';
import type { RingModel } from './ringModel.ts';

/** One node at plan time t: the heaps as a table. */
export interface NodeTableRow {
  readonly node: number;
  readonly name: string;
  /** Partitions on it now; null for the arcs of a scheme, which are not tables. */
  readonly partitions: number | null;
  /** Rows before the plan, now and after it; now with the old copies that a rebuild keeps. */
  readonly before: number;
  readonly now: number;
  readonly after: number;
  /** Of the rows now: come from other nodes, still to leave. */
  readonly arrived: number;
  readonly leaving: number;
  readonly capacity: number | null;
}

/** All nodes at plan time t, in the order of the list. */
export function computeNodeTable(model: RingModel, t: number): readonly NodeTableRow[] {
  const rows = nodeRowsAt(model.ledger, t);
  const arcs = model.arcsAt(t);
  const partitions = model.nodes.map(() => 0);
  if (arcs.live !== null) for (const node of arcs.node) if (node >= 0) partitions[node]!++;
  return model.nodes.map(({ name, capacityRows }, node) => ({
    node,
    name,
    partitions: arcs.live === null ? null : partitions[node]!,
    before: model.counts.before[node]!,
    now: rowsOn(rows, node),
    after: model.counts.after[node]!,
    arrived: rows.arrived[node]!,
    leaving: rows.leaving[node]!,
    capacity: capacityRows,
  }));
}
