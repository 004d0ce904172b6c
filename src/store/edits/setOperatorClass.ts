import { getKeyType } from '../../hash/getKeyType.ts';
import { replaceColumn } from './columns.ts';
import type { Edit } from './edit.ts';

/** Another hash operator class for a key column. The default one is not written down. */
export const setOperatorClass: Edit<{ readonly index: number; readonly name: string }> = {
  id: 'setOperatorClass',
  label: (_document, { name }) => ({ key: 'edit.setOperatorClass', params: { name } }),
  apply: (document, { index, name }) =>
    replaceColumn(document, index, ({ operatorClass: _, ...column }) =>
      getKeyType(column.type).operatorClasses[0].name === name ? column : { ...column, operatorClass: name },
    ),
  history: 'record',
};
