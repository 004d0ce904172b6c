import { setUi } from '../createAppStore.ts';
import { type Command, text } from './command.ts';
import { notCounted } from './steps.ts';

/** Copies exactly the SQL that Verify runs. */
export const copySql: Command = {
  id: 'copySql',
  menu: 'plan',
  group: 2,
  label: () => text('command.copySql'),
  keys: ['$mod+Shift+C'],
  refusal: notCounted,
  run: async ({ store, services }) => {
    const { selectSql } = await import('../planSql.ts');
    const sql = selectSql(store.getState()).text;
    const copied = await services.files.copyText(sql);
    const params = { count: sql.split('\n').length - 1 };
    setUi(store, {
      notice: copied ? { kind: 'info', key: 'notice.sqlCopied', params } : { kind: 'error', key: 'notice.copyRefused' },
    });
  },
};
