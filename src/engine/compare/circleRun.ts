import type { CrewWorker } from '../crew.ts';
import type { PoolRun } from '../pool.ts';
import type { CompareRunHooks } from './compareRun.ts';
import type { CircleReply, CircleRequest, FromCompare, ToCompare } from './protocol.ts';

/** One request for a circle on its way through a worker: too little work to be split. */
export function createCircleRun(
  id: number,
  request: CircleRequest,
  hooks: Omit<CompareRunHooks<CircleReply>, 'grain'>,
): PoolRun<ToCompare, FromCompare> {
  let drawer: CrewWorker<ToCompare> | null = null;
  let startedAt: number | null = null;
  return {
    id,
    join([worker]) {
      if (drawer !== null || worker === undefined) return;
      drawer = worker;
      worker.post({ type: 'begin', id, part: request });
      worker.post({ type: 'draw', id });
    },
    lose(worker) {
      if (drawer === worker) drawer = null;
    },
    receive(worker, message) {
      if (worker !== drawer) return;
      if (message.type === 'begun') startedAt ??= hooks.now();
      if (message.type !== 'drawn') return;
      worker.post({ type: 'cancel', id });
      const elapsedMs = startedAt === null ? 0 : hooks.now() - startedAt;
      hooks.done({ kind: 'circle', circle: message.circle, elapsedMs, workers: 1 });
    },
    cancel: () => drawer?.post({ type: 'cancel', id }),
  };
}
