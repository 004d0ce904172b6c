import { assertRequest } from './assertRequest.ts';
import { crewSize } from './crewSize.ts';
import { createPool } from './pool.ts';
import { browserWorld } from './port.ts';
import type { EngineProgress, EngineReply, EngineRequest, FromWorker, ToWorker } from './protocol.ts';
import { createRun } from './run.ts';
import { planTallies } from './tallies.ts';
import type { EngineWorld } from './world.ts';

export interface EngineClient {
  /** Rejects with Superseded when another run takes over, Cancelled, or an Error that says how the engine failed. */
  run(request: EngineRequest, onProgress?: (progress: EngineProgress) => void): Promise<EngineReply>;
  /** Starts a worker before there is work for it. */
  warm(): void;
  /** Stops the current run, if any. */
  cancel(): void;
  /** Ends the workers; later runs reject. */
  dispose(): void;
}

export interface EngineOptions extends EngineWorld<ToWorker, FromWorker> {
  /** Rows are handed out in multiples of so many; a million is a millisecond's work or ten. */
  readonly grain: number;
}

/** The page's side of the engine: the latest run wins, and its rows are split among the workers. */
export function createEngineClient(options: Partial<EngineOptions> = {}): EngineClient {
  const { grain, ...world } = { ...browserWorld(), grain: 2 ** 20, ...options };
  const { run, ...pool } = createPool<ToWorker, FromWorker>(world);
  return {
    run: (request, onProgress) =>
      run(() => {
        assertRequest(request);
        const passes = planTallies(request.from, request.to);
        const workers = crewSize(request.keys.rows, passes, world.workers);
        return { workers, start: (id, hooks) => createRun(id, request, passes, workers, { grain, ...hooks }) };
      }, onProgress),
    ...pool,
  };
}
