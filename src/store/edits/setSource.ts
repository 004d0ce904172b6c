import type { SourceSpec } from '../../keys/keySpec.ts';
import { replaceColumn } from './columns.ts';
import type { Edit } from './edit.ts';

/** Where the values of a key column come from. */
export const setSource: Edit<{ readonly index: number; readonly source: SourceSpec }> = {
  id: 'setSource',
  label: (document, args) => ({
    key: 'edit.setSource',
    params: { name: document.keys.columns[args.index]?.name ?? '' },
  }),
  apply: (document, { index, source }) => replaceColumn(document, index, (column) => ({ ...column, source })),
  history: 'merge',
};
