/** What a column sorts by; texts sort as people count, so that p_10 follows p_9. NaN is no value and comes last. */
export type SortValue = number | bigint | string;

export type SortDirection = 'ascending' | 'descending';

const byText = new Intl.Collator('en', { numeric: true });

function compareValues(a: SortValue, b: SortValue): number {
  if (typeof a === 'string' || typeof b === 'string') return byText.compare(String(a), String(b));
  return a < b ? -1 : a > b ? 1 : 0;
}

function compareMissing(a: SortValue, b: SortValue): number {
  return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
}

/** A sorted copy; rows with equal values keep their order, and rows without one come last, in both directions. */
export function sortRows<Row>(
  rows: readonly Row[],
  sortValue: (row: Row) => SortValue,
  direction: SortDirection,
): readonly Row[] {
  const sign = direction === 'ascending' ? 1 : -1;
  return rows
    .map((row) => ({ row, value: sortValue(row) }))
    .sort((a, b) => compareMissing(a.value, b.value) || sign * compareValues(a.value, b.value))
    .map(({ row }) => row);
}
