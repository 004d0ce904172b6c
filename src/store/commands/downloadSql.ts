import { type Command, text } from './command.ts';
import { notCounted } from './steps.ts';

export const downloadSql: Command = {
  id: 'downloadSql',
  menu: 'plan',
  group: 2,
  label: () => text('command.downloadSql'),
  keys: [],
  refusal: notCounted,
  run: async ({ store, services }) => {
    const { selectSql } = await import('../planSql.ts');
    const state = store.getState();
    const name = `${state.document.name.replaceAll(/[\\/:*?"<>|]+/g, '-')}.sql`;
    await services.files.save(selectSql(state).text, name, 'application/sql');
  },
};
