import { assertRequest } from './assertRequest.ts';
import { createCrew } from './crew.ts';
import { crewSize } from './crewSize.ts';
import { browserWorld, type EngineWorld } from './port.ts';
import type { EngineProgress, EngineReply, EngineRequest } from './protocol.ts';
import { createRateMeter } from './rateMeter.ts';
import { createRun, type Run } from './run.ts';
import { planTallies } from './tallies.ts';

/** A run has no answer because a later one took over. Not a failure. */
export class Superseded extends Error {
  override readonly name = 'Superseded';
}

/** A run has no answer because it was cancelled, or because the client was disposed of. Not a failure. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

export interface EngineClient {
  /** Rejects with Superseded when another run takes over, Cancelled, or an Error that says how the engine failed. */
  run(request: EngineRequest, onProgress?: (progress: EngineProgress) => void): Promise<EngineReply>;
  /** Stops the current run, if any. */
  cancel(): void;
  /** Ends the workers; later runs reject. */
  dispose(): void;
}

export interface EngineOptions extends EngineWorld {
  /** Rows are handed out in multiples of so many; a million is a millisecond's work or ten. */
  readonly grain: number;
}

/** Workers that may die during one run before it is given up: what kills three may kill every one. */
const MAX_CRASHES = 3;

/** Progress is told so often, and at the end. */
const PROGRESS_MS = 100;

interface Current {
  readonly run: Run;
  readonly size: number;
  readonly reject: (error: Error) => void;
  crashes: number;
}

/** The page's side of the engine: the latest run wins, and its rows are split among the workers. */
export function createEngineClient(options: Partial<EngineOptions> = {}): EngineClient {
  const { open, openLocal, workers, grain, now } = { ...browserWorld(), grain: 2 ** 20, ...options };
  let current: Current | null = null;
  let lastId = 0;
  let disposed = false;

  const crew = createCrew({
    open,
    openLocal,
    receive(worker, message) {
      if (current === null || message.id !== current.run.id) return;
      if (message.type === 'failed') stop(new Error(message.message));
      else current.run.receive(worker, message);
    },
    lost(worker, reason, hadSpoken) {
      if (current === null) return;
      if (hadSpoken && ++current.crashes >= MAX_CRASHES) {
        stop(new Error(`the engine stopped: ${reason}`));
        return;
      }
      current.run.lose(worker);
      crew.grow(current.size);
      current.run.join(crew.workers.slice(0, current.size));
    },
  });

  function stop(error: Error): void {
    const stopped = current;
    current = null;
    stopped?.run.cancel();
    stopped?.reject(error);
  }

  function start(request: EngineRequest, onProgress: (progress: EngineProgress) => void): Promise<EngineReply> {
    assertRequest(request);
    const passes = planTallies(request.from, request.to);
    const size = crewSize(request.keys.rows, passes, workers);
    return new Promise((resolve, reject) => {
      const run = createRun(++lastId, request, passes, size, {
        grain,
        progress: createReporter(now, onProgress),
        done(reply) {
          current = null;
          resolve(reply);
        },
      });
      current = { run, size, reject, crashes: 0 };
      crew.grow(size);
      run.join(crew.workers.slice(0, size));
    });
  }

  return {
    async run(request, onProgress = () => {}) {
      if (disposed) throw new Cancelled('the engine was disposed of');
      stop(new Superseded('a later run took over'));
      return start(request, onProgress);
    },
    cancel: () => stop(new Cancelled('the run was cancelled')),
    dispose() {
      disposed = true;
      stop(new Cancelled('the engine was disposed of'));
      crew.close();
    },
  };
}

/** Tells progress and speed, seldom enough for a screen. */
function createReporter(now: () => number, tell: (progress: EngineProgress) => void): (d: number, t: number) => void {
  const rateAt = createRateMeter();
  let toldAt = Number.NEGATIVE_INFINITY;
  return (done, total) => {
    const at = now();
    const perSecond = rateAt(at, done);
    if (at - toldAt < PROGRESS_MS && done < total) return;
    toldAt = at;
    tell(perSecond === undefined ? { done, total } : { done, total, perSecond });
  };
}
