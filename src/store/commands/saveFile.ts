import { setUi } from '../createAppStore.ts';
import { serialiseScenario } from '../parseScenario.ts';
import { always, type Command, text } from './command.ts';

/** Saves the scenario as readable JSON. */
export const saveFile: Command = {
  id: 'saveFile',
  menu: 'file',
  group: 1,
  label: () => text('command.saveFile'),
  keys: ['$mod+S'],
  refusal: always,
  run: async ({ store, services }) => {
    const { document } = store.getState();
    const name = `${document.name.replaceAll(/[\\/:*?"<>|]+/g, '-')}.shardscope.json`;
    await services.files.save(`${serialiseScenario(document, 2)}\n`, name, 'application/json');
    setUi(store, { notice: { kind: 'info', key: 'notice.saved', params: { name } } });
  },
};
