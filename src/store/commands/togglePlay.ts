import { pause, play } from '../../scene/clock.ts';
import { setPlayback } from '../createAppStore.ts';
import { type Command, text } from './command.ts';
import { noSteps, stepCount } from './steps.ts';

/** Plays from where the playhead stands; from the end it starts over. */
export const togglePlay: Command = {
  id: 'togglePlay',
  menu: 'plan',
  group: 1,
  label: ({ playback }) => text(playback.playing ? 'command.pause' : 'command.play'),
  keys: ['Space'],
  refusal: noSteps,
  run: ({ store }) => {
    const { playback } = store.getState();
    setPlayback(store, playback.playing ? pause(playback) : play(playback, stepCount(store.getState())));
  },
};
