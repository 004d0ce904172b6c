import { wallClock } from '../clock.ts';
import { pause } from '../pause.ts';
import { createCompareHost } from './host.ts';
import { type ToCompare, transferOf } from './protocol.ts';

const host = createCompareHost((message) => self.postMessage(message, { transfer: transferOf(message) }), {
  now: wallClock,
  pause,
});

self.onmessage = (event: MessageEvent<ToCompare>) => host(event.data);
