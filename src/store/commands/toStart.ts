import { setPlayback } from '../createAppStore.ts';
import { type Command, text } from './command.ts';
import { noSteps } from './steps.ts';

export const toStart: Command = {
  id: 'toStart',
  menu: 'plan',
  group: 1,
  label: () => text('command.toStart'),
  keys: ['Home'],
  refusal: noSteps,
  run: ({ store }) => setPlayback(store, { playing: false, auto: false, t: 0 }),
};
