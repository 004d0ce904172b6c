import { pause } from '../../scene/clock.ts';
import { setPlayback, setUi } from '../createAppStore.ts';
import { type Command, text } from './command.ts';
import { notCounted } from './steps.ts';

/** Shows the document as slides, over the whole screen where the browser allows that. */
export const present: Command = {
  id: 'present',
  menu: 'view',
  group: 4,
  label: () => text('command.present'),
  keys: ['$mod+Shift+P'],
  refusal: notCounted,
  run: async ({ store, services }) => {
    setPlayback(store, { ...pause(store.getState().playback), t: 0 });
    setUi(store, { presenting: { slide: 0 }, selection: null, dialog: null });
    await services.room.enterFullscreen();
  },
};
