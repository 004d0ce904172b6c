import { createEngineHost, type HostHooks } from '../../../src/engine/host.ts';
import { pause } from '../../../src/engine/pause.ts';
import type { OpenPort } from '../../../src/engine/port.ts';
import type { FromWorker, ToWorker } from '../../../src/engine/protocol.ts';

/** A worker as the page sees it, with what it was sent. */
export interface TestPort {
  readonly sent: ToWorker[];
  closed: boolean;
  receive(message: FromWorker): void;
  crash(reason: string): void;
}

export interface TestPorts {
  readonly open: OpenPort;
  /** Every worker so far, in the order they were started. */
  readonly ports: readonly TestPort[];
}

/** Workers that only record: the test plays the engine. */
export function createFakePorts(): TestPorts {
  return createPorts(() => () => undefined);
}

/**
 * Workers with the real engine, in this thread; messages are cloned as between threads.
 * @param onMessage called before a worker gets a message; it may have the worker crash
 */
export function createHostPorts(
  onMessage: (port: TestPort, message: ToWorker, index: number) => void = () => undefined,
  hooks: Partial<HostHooks> = {},
): TestPorts {
  return createPorts((port, index) => {
    const host = createEngineHost((message) => queueMicrotask(() => port.receive(structuredClone(message))), {
      now: () => performance.now(),
      pause,
      loadKernel: () => Promise.resolve(null),
      ...hooks,
    });
    return (message) => {
      onMessage(port, message, index);
      if (!port.closed) host(structuredClone(message));
    };
  });
}

function createPorts(engineOf: (port: TestPort, index: number) => (message: ToWorker) => void): TestPorts {
  const ports: TestPort[] = [];
  const open: OpenPort = (receive, crash) => {
    const port: TestPort = {
      sent: [],
      closed: false,
      receive: (message) => port.closed || receive(message),
      crash,
    };
    const engine = engineOf(port, ports.length);
    ports.push(port);
    return {
      post(message) {
        port.sent.push(message);
        engine(message);
      },
      close() {
        port.closed = true;
      },
    };
  };
  return { open, ports };
}
