import { createEngineHost } from './host.ts';
import { pause } from './pause.ts';
import { type FromWorker, type ToWorker, transferOf } from './protocol.ts';

/** A way to a running engine. */
export interface EnginePort {
  post(message: ToWorker): void;
  /** Ends the engine; nothing is received afterwards. */
  close(): void;
}

/** Starts an engine. `crash` is called when it can answer no more, with the reason; it may also throw at once. */
export type OpenPort = (receive: (message: FromWorker) => void, crash: (reason: string) => void) => EnginePort;

/** A module worker. */
export const openWorkerPort: OpenPort = (receive, crash) => {
  const worker = new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module', name: 'engine' });
  worker.onmessage = (event: MessageEvent<FromWorker>) => receive(event.data);
  worker.onerror = (event) => crash(event.message || 'the worker could not be started');
  worker.onmessageerror = () => crash('a message could not be read');
  return {
    post: (message) => worker.postMessage(message, transferOf(message)),
    close: () => worker.terminate(),
  };
};

/** The engine in this thread, in slices with pauses between them, so that the thread can do other things. */
export const openLocalPort: OpenPort = (receive) => {
  let isOpen = true;
  let lastId = 0;
  const host = createEngineHost((message) => isOpen && receive(message), {
    now: () => performance.timeOrigin + performance.now(),
    pause,
    loadKernel: () => Promise.resolve(null),
  });
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
};

/** What the page's side of the engine needs of the world. */
export interface EngineWorld {
  /** How to start a worker; null where there are none. */
  readonly open: OpenPort | null;
  /** How to do the work in this thread, where no worker can be started. */
  readonly openLocal: OpenPort;
  /** Most workers; they start one by one as the work deserves. */
  readonly workers: number;
  /** Milliseconds from any fixed point. */
  now(): number;
}

/** More workers than this only add memory. */
const MAX_WORKERS = 32;

/** Module workers, one a core as the browser tells them; this thread alone where there are no workers (tests). */
export function browserWorld(): EngineWorld {
  const hasWorkers = typeof Worker !== 'undefined';
  const cores = hasWorkers ? navigator.hardwareConcurrency : 1;
  return {
    open: hasWorkers ? openWorkerPort : null,
    openLocal: openLocalPort,
    workers: Math.max(1, Math.min(MAX_WORKERS, cores || 1)),
    now: () => performance.now(),
  };
}
