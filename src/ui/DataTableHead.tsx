import type { ReactElement } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { cx } from './cx.ts';
import styles from './DataTable.module.css';
import type { DataColumn, SortState } from './dataColumn.ts';
import { IconGlyph } from './icons.tsx';

interface DataTableHeadProps<Row> {
  readonly columns: readonly DataColumn<Row>[];
  readonly sort: SortState | null;
  readonly onSort: (sort: SortState) => void;
}

/** Column heads; a sortable one is a button, and pressing it again turns the order round. */
export function DataTableHead<Row>({ columns, sort, onSort }: DataTableHeadProps<Row>): ReactElement {
  return (
    <thead>
      <tr aria-rowindex={1}>
        {columns.map((column) => {
          const direction = sort?.columnId === column.id ? sort.direction : 'none';
          const next = direction === 'ascending' ? 'descending' : 'ascending';
          const isSortable = column.sortValue !== undefined;
          return (
            <th
              key={column.id}
              scope="col"
              className={cx(styles.head, column.align === 'end' && styles.end)}
              aria-sort={isSortable ? direction : undefined}
            >
              {isSortable ? (
                <AriaButton
                  className={cx(styles.sort)}
                  onPress={() => onSort({ columnId: column.id, direction: next })}
                >
                  {column.label}
                  <span className={cx(styles.arrow, direction === 'none' && styles.idle)}>
                    <IconGlyph name={direction === 'descending' ? 'sortDown' : 'sortUp'} />
                  </span>
                </AriaButton>
              ) : (
                column.label
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
