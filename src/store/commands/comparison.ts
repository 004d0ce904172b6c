import { type Command, text } from './command.ts';

/** Stops the comparison that runs, or asks again after one that was stopped or failed. */
export const comparison: Command = {
  id: 'comparison',
  menu: 'plan',
  inMenu: false,
  group: 3,
  label: (state) => text(state.comparison.status === 'running' ? 'command.stopComparison' : 'command.compareAgain'),
  keys: [],
  refusal: (state) => (['idle', 'ready'].includes(state.comparison.status) ? text('refusal.nothingToCompare') : null),
  run: ({ store, services, comparing }) => {
    if (store.getState().comparison.status === 'running') services.compareEngine.cancel();
    else comparing.again();
  },
};
