import { type ReactElement, useMemo, useRef } from 'react';
import type { Format } from '../../i18n/format.ts';
import type { Translate } from '../../i18n/i18n.ts';
import { useT } from '../../i18n/useT.ts';
import type { CompareRow } from '../../store/compareRows.ts';
import { refusalText } from '../../store/refusalText.ts';
import { schemeName } from '../../store/schemeName.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import type { DataColumn } from '../../ui/dataColumn.ts';
import { useSize } from '../../ui/useSize.ts';
import styles from './CompareView.module.css';

/** Room for all columns in the language that needs most of it, CSS px. */
const WIDE = 760;

/** One line a scheme, sortable by every figure. Where eleven columns have no room, those about the scheme itself follow below. */
export function CompareTable({ rows }: { readonly rows: readonly CompareRow[] }): ReactElement {
  const { t, format } = useT();
  const ref = useRef<HTMLDivElement>(null);
  const { width } = useSize(ref);
  const [scheme, figures, traits] = useMemo(() => columnsOf(t, format), [t, format]);
  const isWide = width >= WIDE;
  const first = useMemo(() => [scheme, ...figures, ...(isWide ? traits : [])], [scheme, figures, traits, isWide]);
  const second = useMemo(() => [scheme, ...traits], [scheme, traits]);
  return (
    <div ref={ref} className={styles.table}>
      <DataTable caption={t('compare.caption')} isCaptionHidden columns={first} rows={rows} />
      {!isWide && <DataTable caption={t('compare.traits')} isCaptionHidden columns={second} rows={rows} />}
    </div>
  );
}

type Columns = readonly DataColumn<CompareRow>[];

/** The scheme's name, what the change does to its keys, and what it needs and allows. */
function columnsOf(t: Translate, format: Format): readonly [DataColumn<CompareRow>, Columns, Columns] {
  /** A figure; lines without one come last. */
  const figure = (
    id: string,
    label: string,
    value: (row: CompareRow) => number | null,
    text: (value: number, row: CompareRow) => string,
  ): DataColumn<CompareRow> => ({
    id,
    label,
    align: 'end',
    sortValue: (row) => value(row) ?? Number.NaN,
    cell: (row) => {
      const known = value(row);
      return known === null ? '–' : text(known, row);
    },
  });
  const scheme: DataColumn<CompareRow> = {
    id: 'scheme',
    label: t('compare.scheme'),
    isRowHeader: true,
    sortValue: (row) => schemeName(row.id, t),
    cell: (row) => schemeName(row.id, t),
  };
  const figures: Columns = [
    figure(
      'moved',
      t('compare.moved'),
      (row) => row.moved,
      (moved, { traits }) => `${format.integer(moved)}${copiesText(traits?.copies)}`,
    ),
    {
      ...figure('share', t('compare.share'), shareMoved, (share) => format.percent(share, 1)),
      // What can't follow the change says why instead of its figures.
      cell: (row) => {
        if (row.problem !== null) return refusalText(row.problem, format);
        const share = shareMoved(row);
        return share === null ? '–' : format.percent(share, 1);
      },
    },
    figure(
      'theory',
      t('compare.theory'),
      (row) => row.theory,
      (theory, { isBound }) => `${isBound ? '≤\u202f' : ''}${format.percent(theory, 1)}`,
    ),
    figure(
      'hottest',
      t('compare.hottest'),
      (row) => row.hottest,
      (value) => `${format.decimal(value, 3)}×`,
    ),
    figure(
      'deviation',
      t('compare.deviation'),
      (row) => row.deviation,
      (value) => format.percent(value, 1),
    ),
  ];
  const traits: Columns = [
    figure('memory', t('compare.memory'), (row) => row.memoryBytes, format.bytes),
    {
      ...figure('lookup', t('compare.lookup'), (row) => row.lookupSteps, String),
      cell: (row) => (row.traits === null ? '–' : `${row.traits.lookup}${steps(row, format)}`),
    },
    {
      id: 'shrink',
      label: t('compare.shrink'),
      cell: (row) => (row.traits === null ? '–' : t(`compare.shrink.${row.traits.shrink}`)),
    },
    { id: 'weights', label: t('compare.weights'), cell: (row) => yesNo(row.traits?.weights, t) },
    {
      id: 'inPlace',
      label: t('compare.inPlace'),
      cell: (row) => yesNo(row.traits?.inPlace, t),
    },
  ];
  return [scheme, figures, traits];
}

/** Each moved row is written so often: to a primary and its replicas. */
function copiesText(copies: number | undefined): string {
  return copies === undefined || copies === 1 ? '' : `\u202f×\u202f${copies}`;
}

function steps({ lookupSteps }: CompareRow, format: Format): string {
  return lookupSteps === null ? '' : ` · ${format.decimal(lookupSteps, lookupSteps < 10 ? 1 : 0)}`;
}

function shareMoved({ moved, rows }: CompareRow): number | null {
  return moved === null ? null : moved / Math.max(1, rows);
}

function yesNo(value: boolean | undefined, t: Translate): string {
  return value === undefined ? '–' : t(value ? 'compare.yes' : 'compare.no');
}
