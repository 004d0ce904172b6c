import { type ReactElement, useMemo, useState } from 'react';
import { cx } from './cx.ts';
import styles from './DataTable.module.css';
import { DataTableHead } from './DataTableHead.tsx';
import { DataTableRow } from './DataTableRow.tsx';
import type { DataColumn, SortState } from './dataColumn.ts';
import { getRowWindow } from './rowWindow.ts';
import { sortRows } from './sortRows.ts';
import { useScrollView } from './useScrollView.ts';

export interface DataTableProps<Row extends { readonly id: string }> {
  /** Name of the table; visible above it unless `isCaptionHidden`. */
  readonly caption: string;
  readonly isCaptionHidden?: boolean;
  readonly columns: readonly DataColumn<Row>[];
  readonly rows: readonly Row[];
  readonly defaultSort?: SortState;
  readonly selectedId?: string | null;
  /** Makes the row headers buttons. */
  readonly onSelect?: (id: string) => void;
}

/** CSS pixels of a body row; fixed, so that the rows out of view can be left out. */
const rowHeight = 24;

/**
 * A sortable table with a head that stays in view. Only the rows in view are in the document, so 4096 of them cost no
 * more than 40; aria-rowcount and aria-rowindex tell the whole. It scrolls within the height its parent gives it.
 */
export function DataTable<Row extends { readonly id: string }>(props: DataTableProps<Row>): ReactElement {
  const { caption, isCaptionHidden = false, columns, rows, defaultSort, selectedId = null, onSelect } = props;
  const [sort, setSort] = useState<SortState | null>(defaultSort ?? null);
  const view = useScrollView();
  const sorted = useMemo(() => {
    const sortValue = columns.find((column) => column.id === sort?.columnId)?.sortValue;
    return sort === null || sortValue === undefined ? rows : sortRows(rows, sortValue, sort.direction);
  }, [columns, rows, sort]);
  const { first, end } = getRowWindow(sorted.length, rowHeight, view.scrollTop, view.height);
  return (
    <section
      ref={view.ref}
      className={styles.view}
      aria-label={caption}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable to be scrolled by keyboard.
      tabIndex={0}
      onScroll={view.onScroll}
    >
      <table className={styles.table} aria-rowcount={sorted.length + 1}>
        <caption className={cx(isCaptionHidden ? 'visually-hidden' : 'section-heading', styles.caption)}>
          {caption}
        </caption>
        <DataTableHead columns={columns} sort={sort} onSort={setSort} />
        <tbody>
          <Spacer height={first * rowHeight} />
          {sorted.slice(first, end).map((row, offset) => (
            <DataTableRow
              key={row.id}
              row={row}
              index={first + offset}
              columns={columns}
              isSelected={row.id === selectedId}
              onSelect={onSelect}
            />
          ))}
          <Spacer height={(sorted.length - end) * rowHeight} />
        </tbody>
      </table>
    </section>
  );
}

/** Stands for the rows that are out of view. */
function Spacer({ height }: { readonly height: number }): ReactElement | null {
  if (height === 0) return null;
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row can't be focused; hidden, it is not counted as one.
    <tr aria-hidden="true">
      <td style={{ height, padding: 0, border: 0 }} />
    </tr>
  );
}
