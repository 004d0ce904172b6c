import { type FromWorker, type ToWorker, transferOf } from './protocol.ts';
import { type EngineWorld, localPort, type OpenPort, portTo, worldOf } from './world.ts';

const openWorkerPort: OpenPort<ToWorker, FromWorker> = (receive, crash) => {
  const worker = new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module', name: 'engine' });
  return portTo(worker, transferOf, receive, crash);
};

const openLocalPort: OpenPort<ToWorker, FromWorker> = localPort(async () => {
  const { createEngineHost } = await import('./host.ts');
  return (post, hooks) => createEngineHost(post, { ...hooks, loadKernel: () => Promise.resolve(null) });
});

/** The world of the engine that counts keys. */
export function browserWorld(): EngineWorld<ToWorker, FromWorker> {
  return worldOf(openWorkerPort, openLocalPort);
}
