import { type Command, text } from './command.ts';

/** Stops the count that runs, or starts anew after one that was stopped or failed. */
export const count: Command = {
  id: 'count',
  menu: 'plan',
  inMenu: false,
  group: 3,
  label: ({ results }) => text(results.status === 'counting' ? 'command.stopCount' : 'headline.again'),
  keys: [],
  refusal: ({ results }) => (results.status === 'ready' ? text('refusal.counted') : null),
  run: ({ store, services, counting }) => {
    if (store.getState().results.status === 'counting') services.engine.cancel();
    else counting.again();
  },
};
