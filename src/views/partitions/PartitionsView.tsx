import { type ReactElement, useMemo, useRef } from 'react';
import type { Format } from '../../i18n/format.ts';
import type { Translate } from '../../i18n/i18n.ts';
import { useT } from '../../i18n/useT.ts';
import { computeLiveTable, computeStripTable, type LiveTableRow, type StripTableRow } from '../../scene/stripTable.ts';
import { setUi } from '../../store/createAppStore.ts';
import { saveTable } from '../../store/export/saveTable.ts';
import { selectCounted, selectDoneSteps } from '../../store/selectors.ts';
import type { AppState, Counted, Moment } from '../../store/state.ts';
import { stripModelOf } from '../../store/stripModelOf.ts';
import { useApp, useAppContext } from '../../store/useApp.ts';
import type { HashPartition } from '../../topology/layout.ts';
import { Button } from '../../ui/Button.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import type { DataColumn } from '../../ui/dataColumn.ts';
import { SegmentedControl } from '../../ui/SegmentedControl.tsx';
import { useSize } from '../../ui/useSize.ts';
import styles from './PartitionsView.module.css';

/** Less room than all columns take with whole names, CSS px; the same is in the style sheet. */
const NARROW = 588;

type BeforeRow = StripTableRow & { readonly id: string };
type NowRow = LiveTableRow & { readonly id: string };

const selectMoment = (state: AppState): Moment => state.ui.moment;

/** The stage as a table: the partitions before the change and what becomes of them, or those that exist at the playhead. */
export function PartitionsView(): ReactElement | null {
  const counted = useApp(selectCounted);
  return counted === null ? null : <CountedPartitions counted={counted} />;
}

function CountedPartitions({ counted }: { readonly counted: Counted }): ReactElement {
  const { t } = useT();
  const context = useAppContext();
  const moment = useApp(selectMoment);
  const ref = useRef<HTMLDivElement>(null);
  const { width } = useSize(ref);
  const segments = (['before', 'now'] as const).map((id) => ({ id, label: t(`partitions.${id}`) }));
  return (
    <div className={styles.view}>
      <div className={styles.bar}>
        <SegmentedControl
          label={t('partitions.moment')}
          segments={segments}
          value={moment}
          onSelect={(chosen) => setUi(context.store, { moment: chosen })}
        />
        <Button
          label={t('export.csv')}
          icon="download"
          variant="quiet"
          onPress={() => void saveTable(context, moment === 'before' ? 'partitions' : 'live')}
        />
      </div>
      <div ref={ref} className={styles.table}>
        {moment === 'before' ? <Before counted={counted} isNarrow={width < NARROW} /> : <Now counted={counted} />}
      </div>
    </div>
  );
}

interface BeforeProps {
  readonly counted: Counted;
  readonly isNarrow: boolean;
}

function Before({ counted, isNarrow }: BeforeProps): ReactElement {
  const { t, format } = useT();
  const step = useApp(selectDoneSteps);
  const rows = useMemo<BeforeRow[]>(
    () => computeStripTable(stripModelOf(counted), step).map((row) => ({ ...row, id: row.name })),
    [counted, step],
  );
  const columns = useMemo(() => beforeColumns(t, format, isNarrow), [t, format, isNarrow]);
  return <DataTable caption={t('partitions.beforeCaption')} columns={columns} rows={rows} />;
}

function Now({ counted }: { readonly counted: Counted }): ReactElement {
  const { t, format } = useT();
  const step = useApp(selectDoneSteps);
  const rows = useMemo<NowRow[]>(
    () => computeLiveTable(stripModelOf(counted), step).map((row) => ({ ...row, id: row.name })),
    [counted, step],
  );
  const columns = useMemo(() => nowColumns(t, format), [t, format]);
  return <DataTable caption={t('partitions.nowCaption', { count: step })} columns={columns} rows={rows} />;
}

interface PartitionRow {
  readonly name: string;
  readonly modulus: number;
  readonly remainder: number;
  readonly rows: number | null;
  readonly share: number | null;
}

function sharedColumns<Row extends PartitionRow>(t: Translate, format: Format): DataColumn<Row>[] {
  return [
    {
      id: 'name',
      label: t('partitions.name'),
      isRowHeader: true,
      sortValue: (row) => row.name,
      cell: (row) => row.name,
    },
    {
      id: 'bound',
      label: t('partitions.bound'),
      align: 'end',
      sortValue: (row) => row.remainder,
      cell: (row) => `(${row.modulus}, ${row.remainder})`,
    },
    {
      id: 'rows',
      label: t('partitions.rows'),
      align: 'end',
      sortValue: (row) => row.rows ?? -1,
      cell: (row) => (row.rows === null ? '–' : format.integer(row.rows)),
    },
    {
      id: 'share',
      label: t('partitions.share'),
      align: 'end',
      sortValue: (row) => row.share ?? -1,
      cell: (row) => (row.share === null ? '–' : format.percent(row.share, 1)),
    },
  ];
}

/** One name and the remainders of the others: "orders_16_0, 8". */
function shortNames([first, ...others]: readonly HashPartition[]): string {
  const short = ({ modulus, remainder }: HashPartition): string =>
    modulus === first?.modulus ? `${remainder}` : `(${modulus}, ${remainder})`;
  return [first?.name ?? '–', ...others.map(short)].join(', ');
}

function beforeColumns(t: Translate, format: Format, isNarrow: boolean): DataColumn<BeforeRow>[] {
  return [
    ...sharedColumns<BeforeRow>(t, format),
    {
      id: 'becomes',
      label: t('partitions.becomes'),
      cell: ({ becomes }) => {
        const names = becomes?.map(({ name }) => name).join(', ') ?? '–';
        return isNarrow && becomes !== null ? <span title={names}>{shortNames(becomes)}</span> : names;
      },
    },
    {
      id: 'moved',
      label: t('partitions.moved'),
      align: 'end',
      sortValue: (row) => row.moved,
      cell: (row) => format.integer(row.moved),
    },
    { id: 'status', label: t('partitions.status'), cell: (row) => t(`partitions.status.${row.status}`) },
  ];
}

function nowColumns(t: Translate, format: Format): DataColumn<NowRow>[] {
  return [
    ...sharedColumns<NowRow>(t, format),
    { id: 'status', label: t('partitions.status'), cell: (row) => t(`partitions.status.${row.status}`) },
  ];
}
