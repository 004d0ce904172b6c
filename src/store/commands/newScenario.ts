import { applyEdit } from '../createAppStore.ts';
import { openScenario } from '../edits/openScenario.ts';
import { defaultScenario } from '../scenario.ts';
import { always, type Command, text } from './command.ts';

/** Back to the scenario of the first visit; undo brings the current one back. */
export const newScenario: Command = {
  id: 'newScenario',
  menu: 'file',
  group: 1,
  label: () => text('command.newScenario'),
  keys: [],
  refusal: always,
  run: ({ store }) => {
    applyEdit(store, openScenario, { scenario: defaultScenario });
  },
};
