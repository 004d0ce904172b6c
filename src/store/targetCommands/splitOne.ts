import type { Format } from '../../i18n/format.ts';
import { type Command, text } from '../commands/command.ts';
import { splitPartition } from '../edits/splitPartition.ts';
import { SPLIT_PARTS } from '../effects/preview.ts';
import { type OnePartition, partitionEdit } from './onePartition.ts';

/** Splits by 2, 3, ..., with the exact rows of the parts once they are counted. */
export function splitOne({ side, partition: { name } }: OnePartition): readonly Command[] {
  return SPLIT_PARTS.map((parts) =>
    partitionEdit({
      id: `split${parts}`,
      group: 1,
      edit: splitPartition,
      args: { side, name, parts },
      shortLabel: text('box.split', { parts }),
      hint: ({ ui, results: { preview } }, format) => {
        const rows = preview?.selection === ui.selection ? preview?.parts.get(parts) : undefined;
        return rows && partsText(rows, format);
      },
    }),
  );
}

/** Few parts are summed up one by one; many as their range. */
function partsText(rows: readonly number[], format: Format): string {
  if (rows.length <= 4) return rows.map(format.integer).join(' + ');
  return `${rows.length} × ${format.integer(Math.min(...rows))} – ${format.integer(Math.max(...rows))}`;
}
