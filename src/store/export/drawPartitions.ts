import { type LegendEntry, pictureSvg } from '../../scene/svg/picture.ts';
import { tableSvg } from '../../scene/svg/tableSvg.ts';
import type { PictureContext } from './pictureContext.ts';
import { liveTable, partitionsTable } from './planTables.ts';
import { cellText } from './tableData.ts';

/** Rows of a table in a picture, which is to be seen as a whole; CSV has all. */
const MOST_ROWS = 64;

/** The partitions as a table, in the order of the scenario, with a sentence below on those that are left out. */
export function drawPartitions(context: PictureContext): string {
  const { state, counted, playhead, theme, t, format, title, sentences, isBare } = context;
  const tableAt = state.ui.moment === 'before' ? partitionsTable : liveTable;
  const { caption, columns, rows } = tableAt(counted, Math.floor(playhead), t);
  const table = {
    columns: columns.map(({ label, kind }) => ({ label, align: kind === 'text' ? 'start' : 'end' }) as const),
    rows: rows.slice(0, MOST_ROWS).map((row) => row.map((value, i) => cellText(value, columns[i]!, format))),
  };
  const rest = rows.length - MOST_ROWS;
  const more = t('export.moreRows', { shown: MOST_ROWS, rest: format.integer(rest) });
  const legend: LegendEntry[] = rest > 0 ? [{ swatch: 'none', text: more }] : [];
  const texts = { title, isBare, lines: [...sentences, caption], description: caption, legend };
  return pictureSvg(theme, texts, (colours) => tableSvg(table, colours));
}
