import { wallClock } from './clock.ts';
import { createEngineHost } from './host.ts';
import { pause } from './pause.ts';
import { type ToWorker, transferOf } from './protocol.ts';
import { loadSimd } from './simd/loadSimd.ts';

const host = createEngineHost((message) => self.postMessage(message, { transfer: transferOf(message) }), {
  now: wallClock,
  pause,
  loadKernel: async () => (await loadSimd()).kernel,
});

self.onmessage = (event: MessageEvent<ToWorker>) => host(event.data);
