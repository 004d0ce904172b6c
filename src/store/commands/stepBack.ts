import { pause, stepTime } from '../../scene/clock.ts';
import { setPlayback } from '../createAppStore.ts';
import { type Command, text } from './command.ts';
import { noSteps, stepCount } from './steps.ts';

/** To the start of the current step, or of the one before. */
export const stepBack: Command = {
  id: 'stepBack',
  menu: 'plan',
  group: 1,
  label: () => text('command.stepBack'),
  keys: ['ArrowLeft'],
  refusal: (state) => noSteps(state) ?? (state.playback.t <= 0 ? text('refusal.atStart') : null),
  run: ({ store }) => {
    const { playback } = store.getState();
    setPlayback(store, { ...pause(playback), t: stepTime(playback.t, -1, stepCount(store.getState())) });
  },
};
