import { type ReactElement, useMemo } from 'react';
import { computeNodeTable } from '../../scene/nodeTable.ts';
import type { RingModel } from '../../scene/ringModel.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import type { RingLabels } from './ringLabels.ts';

/** t: a whole step; between steps no count is final. */
export interface NodesTableProps {
  readonly model: RingModel;
  readonly t: number;
  readonly labels: RingLabels;
}

/** The picture as a table: its nodes. */
export function NodesTable({ model, t, labels }: NodesTableProps): ReactElement {
  const rows = useMemo(() => computeNodeTable(model, t).map((row) => ({ ...row, id: String(row.node) })), [model, t]);
  return <DataTable caption={labels.table} columns={labels.columns} rows={rows} />;
}
