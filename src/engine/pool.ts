import { type CrewWorker, createCrew } from './crew.ts';
import type { EngineProgress } from './protocol.ts';
import { createRateMeter } from './rateMeter.ts';
import type { EngineWorld } from './world.ts';

/** A run has no answer because a later one took over. Not a failure. */
export class Superseded extends Error {
  override readonly name = 'Superseded';
}

/** A run has no answer because it was cancelled, or because the client was disposed of. Not a failure. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

/** One request on its way through the workers: hands out work, has the results gathered, survives lost workers. */
export interface PoolRun<To, From> {
  readonly id: number;
  /** Lets all workers that are not in the run yet take part. */
  join(workers: readonly CrewWorker<To>[]): void;
  /** Hands what a lost worker had done to the others. */
  lose(worker: CrewWorker<To>): void;
  receive(worker: CrewWorker<To>, message: From): void;
  /** Has all workers stop and forget what they did. */
  cancel(): void;
}

export interface PoolRunHooks<Reply> {
  progress(done: number, total: number): void;
  done(reply: Reply): void;
}

/** A request that can be worked on. */
export interface Job<To, From, Reply> {
  /** Workers that it deserves, 1 and more. */
  readonly workers: number;
  start(id: number, hooks: PoolRunHooks<Reply>): PoolRun<To, From>;
}

export interface Pool<To, From> {
  /**
   * Rejects with Superseded when another run takes over, Cancelled, or an Error that says how the engine failed.
   * @param prepare called when the run before it has ended; what it throws is what the run rejects with
   */
  run<Reply>(
    prepare: () => Job<To, From, Reply>,
    onProgress: ((progress: EngineProgress) => void) | undefined,
  ): Promise<Reply>;
  /** Starts a worker, if there are any, before there is work for it. */
  warm(): void;
  /** Stops the current run, if any. */
  cancel(): void;
  /** Ends the workers; later runs reject. */
  dispose(): void;
}

/** Workers that may die during one run before it is given up: what kills three may kill every one. */
const MAX_CRASHES = 3;

/** Workers that all say nothing for so long may never do; their run is over when it is stopped, and so are they. */
const SILENCE_MS = 5000;

/** Progress is told so often, and at the end. */
const PROGRESS_MS = 100;

interface Current<To, From> {
  readonly run: PoolRun<To, From>;
  readonly size: number;
  readonly reject: (error: Error) => void;
  crashes: number;
}

/** Workers that do one run at a time for the page: the latest wins. */
export function createPool<
  To extends { readonly id: number },
  From extends { readonly id: number; readonly type: string },
>({ open, openLocal, workers, now }: EngineWorld<To, From>): Pool<To, From> {
  let current: Current<To, From> | null = null;
  let lastId = 0;
  let disposed = false;
  let heardAt = 0;

  const crew = createCrew<To, From>({
    open,
    openLocal,
    receive(worker, message) {
      if (current === null || message.id !== current.run.id) return;
      heardAt = now();
      if (isFailure(message)) stop(new Error(message.message));
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
    if (stopped !== null && now() - heardAt >= SILENCE_MS) crew.close();
    stopped?.reject(error);
  }

  return {
    async run(prepare, onProgress = () => {}) {
      if (disposed) throw new Cancelled('the engine was disposed of');
      stop(new Superseded('a later run took over'));
      const job = prepare();
      const size = Math.min(job.workers, workers);
      return new Promise((resolve, reject) => {
        const run = job.start(++lastId, {
          progress: createReporter(now, onProgress),
          done(reply) {
            current = null;
            resolve(reply);
          },
        });
        current = { run, size, reject, crashes: 0 };
        heardAt = now();
        crew.grow(size);
        run.join(crew.workers.slice(0, size));
      });
    },
    warm: () => open !== null && crew.grow(1),
    cancel: () => stop(new Cancelled('the run was cancelled')),
    dispose() {
      disposed = true;
      stop(new Cancelled('the engine was disposed of'));
      crew.close();
    },
  };
}

interface Failure {
  readonly type: 'failed';
  readonly id: number;
  readonly message: string;
}

function isFailure(message: { readonly type: string }): message is Failure {
  return message.type === 'failed';
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
