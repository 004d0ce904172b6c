import { openPanel } from '../layout/changeLayout.ts';
import { type Command, text } from './command.ts';
import { notCounted } from './steps.ts';

/** Runs the exported SQL in a real PostgreSQL in this tab and compares every count with the prediction. */
export const verify: Command = {
  id: 'verify',
  menu: 'plan',
  group: 3,
  label: ({ verification }) => text(verification.status === 'running' ? 'command.cancelVerify' : 'command.verify'),
  keys: ['$mod+Enter'],
  refusal: (state) => (state.hasPostgres ? notCounted(state) : text('verify.absent')),
  run: ({ store, verifier }) => {
    if (store.getState().verification.status === 'running') {
      verifier.cancel();
      return;
    }
    openPanel(store, 'verify');
    verifier.start();
  },
};
