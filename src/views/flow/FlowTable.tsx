import { type ReactElement, useMemo } from 'react';
import { useT } from '../../i18n/useT.ts';
import type { FlowModel } from '../../scene/flow.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import type { DataColumn } from '../../ui/dataColumn.ts';
import styles from './FlowView.module.css';

interface FlowTableProps {
  readonly model: FlowModel;
  readonly chosen: number | null;
  readonly onChoose: (link: number) => void;
}

interface FlowRow {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly rows: number;
  readonly share: number;
  readonly moves: boolean;
}

/** Every ribbon as a row: the picture for those who read it. Choosing one marks it in the picture. */
export function FlowTable({ model, chosen, onChoose }: FlowTableProps): ReactElement {
  const { t, format } = useT();
  const rows = useMemo<FlowRow[]>(
    () =>
      model.links.map(({ from, to, rows: count, moves }, index) => ({
        id: String(index),
        from: model.left[from]!.label,
        to: model.right[to]!.label,
        rows: count,
        share: count / Math.max(1, model.left[from]!.rows),
        moves,
      })),
    [model],
  );
  const columns = useMemo<DataColumn<FlowRow>[]>(
    () => [
      {
        id: 'flow',
        label: t('flow.column'),
        isRowHeader: true,
        sortValue: (row) => Number(row.id),
        cell: (row) => `${row.from} → ${row.to}`,
      },
      {
        id: 'rows',
        label: t('flow.rows'),
        align: 'end',
        sortValue: (row) => row.rows,
        cell: (row) => format.integer(row.rows),
      },
      {
        id: 'share',
        label: t('flow.share'),
        align: 'end',
        sortValue: (row) => row.share,
        cell: (row) => format.percent(row.share, 1),
      },
      {
        id: 'moves',
        label: t('flow.what'),
        sortValue: (row) => Number(row.moves),
        cell: (row) => t(row.moves ? 'flow.moves' : 'flow.stays'),
      },
    ],
    [t, format],
  );
  return (
    <div className={styles.table}>
      <DataTable
        caption={t('flow.caption')}
        isCaptionHidden
        columns={columns}
        rows={rows}
        selectedId={chosen === null ? null : String(chosen)}
        onSelect={(id) => onChoose(Number(id))}
      />
    </div>
  );
}
