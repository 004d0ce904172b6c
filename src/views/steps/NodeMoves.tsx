import { type ReactElement, useMemo } from 'react';
import type { Format } from '../../i18n/format.ts';
import type { Translate } from '../../i18n/i18n.ts';
import { useT } from '../../i18n/useT.ts';
import type { MovedTable } from '../../planner/movedTables.ts';
import type { NodeSpec } from '../../schemes/nodes.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import type { DataColumn } from '../../ui/dataColumn.ts';
import styles from './StepsPanel.module.css';

interface NodeMovesProps {
  readonly tables: readonly MovedTable[];
  readonly nodes: readonly NodeSpec[];
}

/** Tables that go to another server as they are: which, and what one does about them where SQL has no statement. */
export function NodeMoves({ tables, nodes }: NodeMovesProps): ReactElement {
  const { t, format } = useT();
  const columns = useMemo(() => columnsOf(nodes, t, format), [nodes, t, format]);
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  return (
    <section className={styles.nodes} aria-label={t('steps.nodes')}>
      <h3>{t('steps.nodes')}</h3>
      <p>{t('steps.nodesWhat', { count: tables.length, rows: format.integer(rows) })}</p>
      <p>{t('steps.nodesHow')}</p>
      <div className={styles.moves}>
        <DataTable caption={t('steps.nodesCaption')} isCaptionHidden columns={columns} rows={rowsOf(tables)} />
      </div>
    </section>
  );
}

type MoveRow = MovedTable & { readonly id: string };

function rowsOf(tables: readonly MovedTable[]): MoveRow[] {
  return tables.map((table) => ({ ...table, id: table.name }));
}

function columnsOf(nodes: readonly NodeSpec[], t: Translate, format: Format): DataColumn<MoveRow>[] {
  const nameOf = (node: number): string => nodes[node]!.name;
  return [
    {
      id: 'name',
      label: t('partitions.name'),
      isRowHeader: true,
      cell: ({ name }) => name,
    },
    {
      id: 'nodes',
      label: t('flow.column'),
      sortValue: ({ from, to }) => from * nodes.length + to,
      cell: ({ from, to }) => `${nameOf(from)} → ${nameOf(to)}`,
    },
    {
      id: 'rows',
      label: t('flow.rows'),
      align: 'end',
      sortValue: ({ rows }) => rows,
      cell: ({ rows }) => format.integer(rows),
    },
  ];
}
