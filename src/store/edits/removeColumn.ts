import { problem } from '../../lib/problem.ts';
import { err, ok } from '../../lib/result.ts';
import type { Edit } from './edit.ts';

/** Takes a column out of the partition key. */
export const removeColumn: Edit<{ readonly index: number }> = {
  id: 'removeColumn',
  label: (document, args) => ({
    key: 'edit.removeColumn',
    params: { name: document.keys.columns[args.index]?.name ?? '' },
  }),
  apply: (document, { index }) => {
    const { columns } = document.keys;
    if (columns.length < 2) return err(problem('lastColumn'));
    return ok({ ...document, keys: { ...document.keys, columns: columns.toSpliced(index, 1) } });
  },
  history: 'record',
};
