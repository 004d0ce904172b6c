import type { TextKey } from '../../i18n/i18n.ts';
import { SPEEDS } from '../../scene/clock.ts';
import { setPlayback } from '../createAppStore.ts';
import type { AppState } from '../state.ts';
import { type Command, text } from './command.ts';

/** The next speed in a direction; undefined at the end of the list. */
function nextSpeed({ playback }: AppState, direction: 1 | -1): number | undefined {
  const speeds: readonly number[] = SPEEDS;
  return speeds[speeds.indexOf(playback.speed) + direction];
}

function speedCommand(id: string, label: TextKey, direction: 1 | -1): Command {
  return {
    id,
    menu: 'plan',
    inMenu: false,
    group: 1,
    label: () => text(label),
    keys: [],
    refusal: (state) => (nextSpeed(state, direction) === undefined ? text('refusal.speed') : null),
    run: ({ store }) => {
      const speed = nextSpeed(store.getState(), direction);
      if (speed !== undefined) setPlayback(store, { speed, auto: false });
    },
  };
}

export const faster = speedCommand('faster', 'command.faster', 1);
export const slower = speedCommand('slower', 'command.slower', -1);
