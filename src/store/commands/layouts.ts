import { setUi } from '../createAppStore.ts';
import { defaultLayout, type NamedLayoutId, namedLayouts } from '../layout/namedLayouts.ts';
import { equalLayouts } from '../layout/windowLayout.ts';
import { always, type Command, text } from './command.ts';

function layoutCommand(name: NamedLayoutId, id: string, key: string): Command {
  return {
    id,
    menu: 'view',
    group: 5,
    label: () => text(`layout.named.${name}`),
    keys: [key],
    refusal: always,
    checked: ({ ui }) => equalLayouts(ui.layout, namedLayouts[name]),
    run: ({ store }) => setUi(store, { layout: namedLayouts[name] }),
  };
}

export const layoutTeach = layoutCommand('teach', 'layoutTeach', '1');
export const layoutReview = layoutCommand('review', 'layoutReview', '2');
export const layoutPlan = layoutCommand('plan', 'layoutPlan', '3');
export const layoutVerify = layoutCommand('verify', 'layoutVerify', '4');

/** Keeps the window as it is under a name of the reader's own; the same dialog deletes such layouts. */
export const saveLayout: Command = {
  id: 'saveLayout',
  menu: 'view',
  group: 6,
  label: () => text('command.saveLayout'),
  keys: [],
  refusal: always,
  run: ({ store }) => setUi(store, { dialog: 'layouts' }),
};

export const resetLayout: Command = {
  id: 'resetLayout',
  menu: 'view',
  group: 6,
  label: () => text('command.resetLayout'),
  keys: [],
  refusal: ({ ui }) => (equalLayouts(ui.layout, defaultLayout) ? text('command.layoutIsReset') : null),
  run: ({ store }) => setUi(store, { layout: defaultLayout }),
};
