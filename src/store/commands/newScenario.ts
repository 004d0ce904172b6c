import { openDocument } from '../openDocument.ts';
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
    openDocument(store, defaultScenario, {
      kind: 'example',
      name: defaultScenario.name,
      saved: defaultScenario,
      handle: null,
    });
  },
};
