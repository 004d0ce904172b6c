import { wallClock } from './clock.ts';
import { pause } from './pause.ts';
import type { TaskHooks } from './taskQueue.ts';

/** A way to a running engine. */
export interface EnginePort<To> {
  post(message: To): void;
  /** Ends the engine; nothing is received afterwards. */
  close(): void;
}

/** Starts an engine. `crash` is called when it can answer no more, with the reason; it may also throw at once. */
export type OpenPort<To, From> = (receive: (message: From) => void, crash: (reason: string) => void) => EnginePort<To>;

/** What can be sent to a host: its tasks, and that it should forget them. */
export type Cancellable<To> = To | { readonly type: 'cancel'; readonly id: number };

/** A module worker. */
export function portTo<To, From>(
  worker: Worker,
  buffersOf: (message: To) => ArrayBuffer[],
  receive: (message: From) => void,
  crash: (reason: string) => void,
): EnginePort<To> {
  worker.onmessage = (event: MessageEvent<From>) => receive(event.data);
  worker.onerror = (event) => crash(event.message || 'the worker could not be started');
  worker.onmessageerror = () => crash('a message could not be read');
  return {
    post: (message) => worker.postMessage(message, buffersOf(message)),
    close: () => worker.terminate(),
  };
}

/** An engine without a thread of its own. */
export type CreateHost<To, From> = (
  post: (message: From) => void,
  hooks: TaskHooks,
) => (message: Cancellable<To>) => void;

/**
 * An engine in this thread, in slices with pauses between them, so that the thread can do other things. It is loaded
 * when it is opened: where workers start, the page never needs it.
 */
export function localPort<To extends { readonly id: number }, From>(
  load: () => Promise<CreateHost<To, From>>,
): OpenPort<To, From> {
  return (receive, crash) => {
    let isOpen = true;
    let lastId = 0;
    const host = load().then((createHost) =>
      createHost((message) => isOpen && receive(message), { now: wallClock, pause }),
    );
    const send = (message: Cancellable<To>): void => {
      host.then(
        (receiver) => receiver(message),
        (error: unknown) => isOpen && crash(String(error)),
      );
    };
    return {
      post(message) {
        lastId = message.id;
        send(message);
      },
      close() {
        isOpen = false;
        send({ type: 'cancel', id: lastId });
      },
    };
  };
}

/** What the page's side of the engine needs of the world. */
export interface EngineWorld<To, From> {
  /** How to start a worker; null where there are none. */
  readonly open: OpenPort<To, From> | null;
  /** How to do the work in this thread, where no worker can be started. */
  readonly openLocal: OpenPort<To, From>;
  /** Most workers; they start one by one as the work deserves. */
  readonly workers: number;
  /** Milliseconds from any fixed point. */
  now(): number;
}

/** More workers than this only add memory. */
const MAX_WORKERS = 32;

/** Module workers, one a core as the browser tells them; this thread alone where there are no workers (tests). */
export function worldOf<To, From>(open: OpenPort<To, From>, openLocal: OpenPort<To, From>): EngineWorld<To, From> {
  const hasWorkers = typeof Worker !== 'undefined';
  const cores = hasWorkers ? navigator.hardwareConcurrency : 1;
  return {
    open: hasWorkers ? open : null,
    openLocal,
    workers: Math.max(1, Math.min(MAX_WORKERS, cores || 1)),
    now: () => performance.now(),
  };
}
