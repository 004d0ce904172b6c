import type { ReactNode } from 'react';
import type { SortDirection, SortValue } from './sortRows.ts';

/** One column of a DataTable. */
export interface DataColumn<Row> {
  readonly id: string;
  readonly label: string;
  /** Figures stand at the end, words at the start. */
  readonly align?: 'start' | 'end';
  /** Names the row; exactly one column has it. */
  readonly isRowHeader?: boolean;
  /** Makes the column sortable. */
  readonly sortValue?: (row: Row) => SortValue;
  readonly cell: (row: Row) => ReactNode;
}

export interface SortState {
  readonly columnId: string;
  readonly direction: SortDirection;
}
