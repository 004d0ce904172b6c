import { pause, stepTime } from '../../scene/clock.ts';
import { setPlayback } from '../createAppStore.ts';
import { type Command, text } from './command.ts';
import { noSteps, stepCount } from './steps.ts';

/** To the end of the current step, or of the next one. */
export const stepForward: Command = {
  id: 'stepForward',
  menu: 'plan',
  group: 1,
  label: () => text('command.stepForward'),
  keys: ['ArrowRight'],
  refusal: (state) => noSteps(state) ?? (state.playback.t >= stepCount(state) ? text('refusal.atEnd') : null),
  run: ({ store }) => {
    const { playback } = store.getState();
    setPlayback(store, { ...pause(playback), t: stepTime(playback.t, 1, stepCount(store.getState())) });
  },
};
