import { setUi } from '../createAppStore.ts';
import { openPanel } from '../layout/changeLayout.ts';
import { always, type Command, text } from './command.ts';

/** Goes to the field where a key can be typed. */
export const probeKey: Command = {
  id: 'probeKey',
  menu: 'edit',
  group: 4,
  label: () => text('command.probeKey'),
  // On a German or Russian keyboard the stroke takes Shift.
  keys: ['/', 'Shift+/'],
  refusal: always,
  run: ({ store }) => {
    openPanel(store, 'inspect');
    setUi(store, { focusProbe: true });
  },
};
