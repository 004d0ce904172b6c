import type { Format } from '../../i18n/format.ts';
import { toCsv } from '../../lib/csv.ts';

/** A table that leaves the page: exact values, written by what reads it. */
export interface TableData {
  readonly caption: string;
  readonly columns: readonly TableColumn[];
  /** null where there is no value. */
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** `share` is of 1, `ratio` a factor such as 1.031. */
export interface TableColumn {
  readonly label: string;
  readonly kind: 'text' | 'integer' | 'share' | 'ratio' | 'bytes';
}

/** RFC 4180, with exact figures and the labels as first row. */
export function tableCsv({ columns, rows }: TableData): string {
  return toCsv([columns.map(({ label }) => label), ...rows.map((row) => row.map((value) => value ?? ''))]);
}

/** A value as people read it. */
export function cellText(value: string | number | null, { kind }: TableColumn, format: Format): string {
  if (value === null) return '–';
  if (typeof value === 'string') return value;
  if (kind === 'share') return format.percent(value, 1);
  if (kind === 'ratio') return `${format.decimal(value, 3)}×`;
  return kind === 'bytes' ? format.bytes(value) : format.integer(value);
}
