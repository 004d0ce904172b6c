import { type EngineWorld, localPort, type OpenPort, portTo, worldOf } from '../world.ts';
import { type FromCompare, type ToCompare, transferOf } from './protocol.ts';

export type CompareWorld = EngineWorld<ToCompare, FromCompare>;

const openWorkerPort: OpenPort<ToCompare, FromCompare> = (receive, crash) => {
  const worker = new Worker(new URL('./compare.worker.ts', import.meta.url), { type: 'module', name: 'compare' });
  return portTo(worker, transferOf, receive, crash);
};

/** Workers of their own, so that a comparison and a count do not wait for each other's messages. */
export function compareWorld(): CompareWorld {
  return worldOf(
    openWorkerPort,
    localPort(async () => (await import('./host.ts')).createCompareHost),
  );
}
