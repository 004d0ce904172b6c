import { createEngineHost } from './host.ts';
import { pause } from './pause.ts';
import type { FromWorker, ToWorker } from './protocol.ts';

/** A way to a running engine. */
export interface EnginePort {
  post(message: ToWorker): void;
  /** Ends the engine; nothing is received afterwards. */
  close(): void;
}

/** Starts an engine. `crash` is called when it can answer no more, with the reason. */
export type OpenPort = (receive: (message: FromWorker) => void, crash: (reason: string) => void) => EnginePort;

/** A module worker, or the engine in this thread where there is no Worker (tests). */
export const openPort: OpenPort = (receive, crash) =>
  typeof Worker === 'undefined' ? openLocalPort(receive) : openWorkerPort(receive, crash);

function openWorkerPort(receive: (message: FromWorker) => void, crash: (reason: string) => void): EnginePort {
  const worker = new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module', name: 'engine' });
  worker.onmessage = (event: MessageEvent<FromWorker>) => receive(event.data);
  worker.onerror = (event) => crash(event.message || 'the worker could not be started');
  worker.onmessageerror = () => crash('a message could not be read');
  return { post: (message) => worker.postMessage(message), close: () => worker.terminate() };
}

/** Works in slices with pauses between them, so that the thread can do other things. */
function openLocalPort(receive: (message: FromWorker) => void): EnginePort {
  let isOpen = true;
  let lastId = 0;
  const host = createEngineHost((message) => isOpen && receive(message), { now: () => performance.now(), pause });
  return {
    post(message) {
      lastId = message.id;
      host(message);
    },
    close() {
      isOpen = false;
      host({ type: 'cancel', id: lastId });
    },
  };
}
