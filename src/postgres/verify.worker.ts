import { pause } from '../engine/pause.ts';
import type { FromVerifier, ToVerifier } from './protocol.ts';
import { runVerify } from './runVerify.ts';

// PGlite runs in this worker itself, so a statement blocks it; cancel is read between statements.
let cancelled = false;

self.onmessage = ({ data }: MessageEvent<ToVerifier>) => {
  if (data.type === 'cancel') {
    cancelled = true;
    return;
  }
  const host = {
    now: () => performance.now(),
    onEvent: (event: Extract<FromVerifier, { type: 'event' }>['event']) => post({ type: 'event', event }),
    isCancelled: async () => {
      await pause();
      return cancelled;
    },
  };
  void runVerify(data.input, host).then((report) => post({ type: 'report', report }));
};

function post(message: FromVerifier): void {
  self.postMessage(message);
}
