import { replaceColumn } from './columns.ts';
import type { Edit } from './edit.ts';

/** Another name for a key column. */
export const renameColumn: Edit<{ readonly index: number; readonly name: string }> = {
  id: 'renameColumn',
  label: (_document, args) => ({ key: 'edit.renameColumn', params: { name: args.name } }),
  apply: (document, { index, name }) => replaceColumn(document, index, (column) => ({ ...column, name })),
  history: 'record',
};
