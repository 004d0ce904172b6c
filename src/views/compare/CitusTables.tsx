import { type ReactElement, useMemo } from 'react';
import type { Format } from '../../i18n/format.ts';
import type { Translate } from '../../i18n/i18n.ts';
import { useT } from '../../i18n/useT.ts';
import type { CitusMoveLine, CitusNodeLine, CitusPlan } from '../../store/citusPlan.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import type { DataColumn } from '../../ui/dataColumn.ts';
import styles from './CitusDetail.module.css';
import { measured } from './citusText.ts';

interface CitusTablesProps {
  readonly plan: CitusPlan;
  /** Rows of each shard, or null where they are not known. */
  readonly rows: readonly number[] | null;
}

type NodeRow = CitusNodeLine & { readonly id: string };
type MoveRow = CitusMoveLine & { readonly id: string };

/** Shards by node before and after, and the moves in their order. */
export function CitusTables({ plan, rows }: CitusTablesProps): ReactElement {
  const { t, format } = useT();
  const nodes = useMemo<NodeRow[]>(() => plan.nodes.map((line) => ({ ...line, id: line.name })), [plan]);
  const moves = useMemo<MoveRow[]>(() => plan.moves.map((move, index) => ({ ...move, id: String(index + 1) })), [plan]);
  const nodeColumns = useMemo(() => columnsOfNodes(plan, t, format), [plan, t, format]);
  const moveColumns = useMemo(() => columnsOfMoves(plan, rows, t, format), [plan, rows, t, format]);
  return (
    <div className={styles.tables}>
      <div className={styles.table}>
        <DataTable caption={t('citus.nodes')} columns={nodeColumns} rows={nodes} />
      </div>
      {moves.length > 0 && (
        <div className={styles.table}>
          <DataTable caption={t('citus.moves')} columns={moveColumns} rows={moves} />
        </div>
      )}
    </div>
  );
}

function columnsOfNodes(plan: CitusPlan, t: Translate, format: Format): DataColumn<NodeRow>[] {
  const figure = (
    id: string,
    label: string,
    value: (row: NodeRow) => number | null,
    text: (value: number) => string,
  ): DataColumn<NodeRow> => ({
    id,
    label,
    align: 'end',
    sortValue: (row) => value(row) ?? -1,
    cell: (row) => {
      const known = value(row);
      return known === null ? '–' : text(known);
    },
  });
  return [
    { id: 'node', label: t('citus.node'), isRowHeader: true, sortValue: ({ name }) => name, cell: ({ name }) => name },
    figure('before', t('citus.before'), ({ before }) => before, format.integer),
    figure('after', t('citus.after'), ({ after }) => after, format.integer),
    // By shard count it is the number of shards again.
    ...(plan.strategy.name === 'by_shard_count'
      ? []
      : [
          figure(
            'use',
            t('citus.use'),
            ({ utilization }) => utilization,
            (value) => measured(value, plan, format),
          ),
        ]),
  ];
}

function columnsOfMoves(
  plan: CitusPlan,
  rows: readonly number[] | null,
  t: Translate,
  format: Format,
): DataColumn<MoveRow>[] {
  const weight: Pick<DataColumn<MoveRow>, 'label' | 'sortValue' | 'cell'> = rows === null
    ? { label: t('citus.cost'), sortValue: ({ cost }) => cost, cell: ({ cost }) => measured(cost, plan, format) }
    : {
        label: t('citus.rows'),
        sortValue: ({ index }) => rows[index]!,
        cell: ({ index }) => format.integer(rows[index]!),
      };
  return [
    {
      id: 'number',
      label: t('citus.number'),
      align: 'end',
      isRowHeader: true,
      sortValue: ({ id }) => Number(id),
      cell: ({ id }) => id,
    },
    // Ids are names: their digits stand ungrouped, as Citus prints them.
    {
      id: 'shard',
      label: t('citus.shard'),
      align: 'end',
      sortValue: ({ shardId }) => shardId,
      cell: ({ shardId }) => String(shardId),
    },
    { id: 'source', label: t('citus.from'), sortValue: ({ source }) => source, cell: ({ source }) => source },
    { id: 'target', label: t('citus.to'), sortValue: ({ target }) => target, cell: ({ target }) => target },
    { id: 'weight', align: 'end', ...weight },
    {
      id: 'why',
      label: t('citus.why'),
      sortValue: ({ why }) => why,
      cell: ({ why }) => (why === 'drain' ? t('citus.drain') : t('citus.level')),
    },
  ];
}
