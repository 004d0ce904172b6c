import { setPlayback } from '../createAppStore.ts';
import { type Command, text } from './command.ts';
import { noSteps, stepCount } from './steps.ts';

export const toEnd: Command = {
  id: 'toEnd',
  menu: 'plan',
  group: 1,
  label: () => text('command.toEnd'),
  keys: ['End'],
  refusal: noSteps,
  run: ({ store }) => setPlayback(store, { playing: false, auto: false, t: stepCount(store.getState()) }),
};
