import { ok } from '../../lib/result.ts';
import type { Edit } from './edit.ts';

/** Number of keys to spread. */
export const setRows: Edit<{ readonly rows: number }> = {
  id: 'setRows',
  label: (_document, args) => ({ key: 'edit.setRows', params: { rows: args.rows } }),
  apply: (document, args) => ok({ ...document, keys: { ...document.keys, rows: args.rows } }),
  history: 'merge',
};
