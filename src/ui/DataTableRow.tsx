import { memo, type ReactElement } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { cx } from './cx.ts';
import styles from './DataTable.module.css';
import type { DataColumn } from './dataColumn.ts';

interface DataTableRowProps<Row extends { readonly id: string }> {
  readonly row: Row;
  /** 0-based place in the sorted table. */
  readonly index: number;
  readonly columns: readonly DataColumn<Row>[];
  readonly isSelected: boolean;
  readonly onSelect: ((id: string) => void) | undefined;
}

function PlainDataTableRow<Row extends { readonly id: string }>(props: DataTableRowProps<Row>): ReactElement {
  const { row, index, columns, isSelected, onSelect } = props;
  return (
    // The head is row 1, counted from 1.
    <tr className={styles.row} aria-rowindex={index + 2} data-selected={isSelected || undefined}>
      {columns.map((column) => {
        const className = cx(styles.cell, column.align === 'end' && styles.end);
        const content = column.cell(row);
        if (!column.isRowHeader) {
          return (
            <td key={column.id} className={className}>
              {content}
            </td>
          );
        }
        return (
          <th key={column.id} scope="row" className={cx(className, styles.rowHeader)}>
            {onSelect === undefined ? (
              content
            ) : (
              <AriaButton className={cx(styles.select)} aria-pressed={isSelected} onPress={() => onSelect(row.id)}>
                {content}
              </AriaButton>
            )}
          </th>
        );
      })}
    </tr>
  );
}

/** One body row; redrawn only when its own data change, not with every scroll. */
export const DataTableRow = memo(PlainDataTableRow) as typeof PlainDataTableRow;
