import { applyEdit, setUi } from '../createAppStore.ts';
import { openScenario } from '../edits/openScenario.ts';
import { parseScenarioText } from '../parseScenario.ts';
import { always, type Command, text } from './command.ts';

/** Opens a scenario file. A file that can't be read says why and leaves the current scenario alone. */
export const openFile: Command = {
  id: 'openFile',
  menu: 'file',
  group: 1,
  label: () => text('command.openFile'),
  keys: ['$mod+O'],
  refusal: always,
  run: async ({ store, services }) => {
    const file = await services.files.open();
    if (file === null) return;
    const scenario = parseScenarioText(file.text);
    if (!scenario.ok) {
      const params = { name: file.name };
      setUi(store, { notice: { kind: 'error', key: 'notice.fileRefused', params, refusal: scenario.error } });
      return;
    }
    applyEdit(store, openScenario, { scenario: scenario.value });
    setUi(store, { notice: { kind: 'info', key: 'notice.fileOpened', params: { name: scenario.value.name } } });
  },
};
