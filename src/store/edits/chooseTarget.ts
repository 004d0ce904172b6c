import type { Edit } from './edit.ts';
import { setTarget } from './setTarget.ts';

/** Takes one of the offered targets: an undo entry of its own, where typing and stepping merge. */
export const chooseTarget: Edit<Parameters<typeof setTarget.apply>[1]> = {
  ...setTarget,
  id: 'chooseTarget',
  history: 'record',
};
