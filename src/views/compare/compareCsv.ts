import type { Translate } from '../../i18n/i18n.ts';
import { toCsv } from '../../lib/csv.ts';
import type { CompareRow } from '../../store/compareRows.ts';
import { schemeName } from './schemeName.ts';

/** The comparison as a spreadsheet: exact figures, one line a scheme. */
export function compareCsv(rows: readonly CompareRow[], t: Translate): string {
  const head = ['scheme', 'rows', 'moved', 'theory', 'hottest', 'deviation', 'memory', 'lookup'] as const;
  const lines = rows.map((row) => [
    schemeName(row.id, t),
    row.rows,
    row.moved ?? '',
    row.theory ?? '',
    row.hottest ?? '',
    row.deviation ?? '',
    row.memoryBytes ?? '',
    row.lookupSteps ?? '',
    row.traits?.shrink ?? '',
    String(row.traits?.weights ?? ''),
    String(row.traits?.inPlace ?? ''),
    row.traits?.copies ?? 1,
  ]);
  return toCsv([[...head, 'shrink', 'weights', 'in place', 'copies'], ...lines]);
}
