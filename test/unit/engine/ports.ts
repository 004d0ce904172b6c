import { createEngineHost, type HostHooks } from '../../../src/engine/host.ts';
import { pause } from '../../../src/engine/pause.ts';
import type { FromWorker, ToWorker } from '../../../src/engine/protocol.ts';
import type { OpenPort } from '../../../src/engine/world.ts';

/** A worker as the page sees it, with what it was sent. */
export interface TestPort<To = ToWorker, From = FromWorker> {
  readonly sent: To[];
  closed: boolean;
  receive(message: From): void;
  crash(reason: string): void;
}

export interface TestPorts<To = ToWorker, From = FromWorker> {
  readonly open: OpenPort<To, From>;
  /** Every worker so far, in the order they were started. */
  readonly ports: readonly TestPort<To, From>[];
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
  const now = () => performance.now();
  const loadKernel = () => Promise.resolve(null);
  return createPortsTo((post) => createEngineHost(post, { now, pause, loadKernel, ...hooks }), onMessage);
}

/** The same for any protocol. */
export function createPortsTo<To, From>(
  createHost: (post: (message: From) => void) => (message: To) => void,
  onMessage: (port: TestPort<To, From>, message: To, index: number) => void = () => undefined,
): TestPorts<To, From> {
  return createPorts((port, index) => {
    const host = createHost((message) => queueMicrotask(() => port.receive(structuredClone(message))));
    return (message) => {
      onMessage(port, message, index);
      if (!port.closed) host(structuredClone(message));
    };
  });
}

function createPorts<To, From>(
  engineOf: (port: TestPort<To, From>, index: number) => (message: To) => void,
): TestPorts<To, From> {
  const ports: TestPort<To, From>[] = [];
  const open: OpenPort<To, From> = (receive, crash) => {
    const port: TestPort<To, From> = {
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
