import { getKeyType } from '../../hash/getKeyType.ts';
import { getSource, sourcesFor } from '../../keys/sources.ts';
import { replaceColumn } from './columns.ts';
import type { Edit } from './edit.ts';

/** Another type for a key column; a source that can't make that type gives way to the type's first one. */
export const setKeyType: Edit<{ readonly index: number; readonly type: string }> = {
  id: 'setKeyType',
  label: (_document, args) => ({ key: 'edit.setKeyType', params: { type: getKeyType(args.type).sqlName } }),
  apply: (document, { index, type }) =>
    replaceColumn(document, index, (column) => ({
      ...column,
      type,
      source: getSource(column.source.kind).types.includes(getKeyType(type).id)
        ? column.source
        : sourcesFor(type)[0]!.defaults(type),
    })),
  history: 'record',
};
