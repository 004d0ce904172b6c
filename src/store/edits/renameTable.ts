import { ok } from '../../lib/result.ts';
import type { Edit } from './edit.ts';

/** Another name for the partitioned table; partition names follow their pattern. */
export const renameTable: Edit<{ readonly name: string }> = {
  id: 'renameTable',
  label: (_document, args) => ({ key: 'edit.renameTable', params: { name: args.name } }),
  apply: (document, args) => ok({ ...document, table: { ...document.table, name: args.name } }),
  history: 'record',
};
