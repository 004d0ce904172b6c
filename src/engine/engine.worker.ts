import { createEngineHost, transferOf } from './host.ts';
import { pause } from './pause.ts';
import type { ToWorker } from './protocol.ts';

const host = createEngineHost((message) => self.postMessage(message, { transfer: transferOf(message) }), {
  now: () => performance.now(),
  pause,
});

self.onmessage = (event: MessageEvent<ToWorker>) => host(event.data);
