import { createEngineHost } from './host.ts';
import { pause } from './pause.ts';
import { type ToWorker, transferOf } from './protocol.ts';
import { loadSimd } from './simd/loadSimd.ts';

const host = createEngineHost((message) => self.postMessage(message, { transfer: transferOf(message) }), {
  // The time of day, so that the clocks of several workers agree; it runs evenly, as performance.now() does.
  now: () => performance.timeOrigin + performance.now(),
  pause,
  loadKernel: async () => (await loadSimd()).kernel,
});

self.onmessage = (event: MessageEvent<ToWorker>) => host(event.data);
