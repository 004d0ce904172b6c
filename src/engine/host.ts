import type { ChangeCounts } from '../planner/plan.ts';
import type { Kernel } from './kernel.ts';
import type { CountPart, FromWorker, ToWorker } from './protocol.ts';
import { hashSample } from './sample.ts';
import { createShare, readTallies, type Share } from './share.ts';

/** What the engine needs of the world around it. */
export interface HostHooks {
  /** Milliseconds; the clocks of all hosts that answer one page must agree. */
  now(): number;
  /** Resolves when waiting messages have been delivered. */
  pause(): Promise<void>;
  /** Asked once, with the first work; null, or a rejection, leaves the work to TypeScript. */
  loadKernel(): Promise<Kernel | null>;
}

/** Work between two pauses: short enough for a prompt cancel and for a page that has to do the work itself. */
export const SLICE_MS = 8;

/** Fewer rows are counted in TypeScript sooner than a kernel arrives: the first picture does not wait for it. */
const WORTH_A_WAIT = 2 ** 20;

type Task = Exclude<ToWorker, { type: 'cancel' }>;

/**
 * The engine behind a message port, in a worker or beside the page. It does its tasks in order, in slices of a few
 * milliseconds with a pause before each. A message of another run, or a cancel, ends the run at its next pause; tasks
 * that were overtaken while they waited cost nothing and are not answered.
 */
export function createEngineHost(post: (message: FromWorker) => void, hooks: HostHooks): (message: ToWorker) => void {
  let queue: Task[] = [];
  let current: number | null = null;
  let isBusy = false;
  let loading: Promise<void> | null = null;
  let kernel: Kernel | null = null;
  let pass: Pass | null = null;

  function endRun(): void {
    current = null;
    queue = [];
    pass = null;
  }

  async function load(): Promise<void> {
    try {
      kernel = await hooks.loadKernel();
    } catch {
      // TypeScript counts as well.
    }
  }

  async function workOff(): Promise<void> {
    isBusy = true;
    loading ??= load();
    for (let task = queue.shift(); task !== undefined; task = queue.shift()) {
      const { id } = task;
      try {
        if (task.type === 'begin' && task.part.keys.rows >= WORTH_A_WAIT) await loading;
        await inSlices(id, perform(task));
      } catch (error) {
        if (id === current) endRun();
        post({ type: 'failed', id, message: error instanceof Error ? error.message : String(error) });
      }
    }
    isBusy = false;
  }

  async function inSlices(id: number, work: Iterator<unknown>): Promise<void> {
    for (;;) {
      await hooks.pause();
      if (id !== current) return;
      const end = hooks.now() + SLICE_MS;
      do {
        if (work.next().done) return;
      } while (hooks.now() < end);
    }
  }

  function* perform(task: Task): Generator<unknown, void> {
    const { id } = task;
    if (task.type === 'begin') {
      const at = hooks.now();
      pass = { part: task.part, share: createShare(task.part, kernel) };
      post({ type: 'begun', id, kernel: pass.share.kernel, at });
      return;
    }
    if (pass === null) return;
    const { part, share } = pass;
    if (task.type === 'count') {
      const start = hooks.now();
      yield* share.count(task.first, task.rows);
      post({ type: 'counted', id, rows: task.rows, ms: hooks.now() - start });
    } else if (task.type === 'give') {
      post({ type: 'totals', id, totals: share.take() });
    } else if (task.type === 'take') {
      share.add(task.totals);
    } else {
      // Nothing of the pass is needed afterwards; its histograms may be large.
      pass = null;
      const totals = share.take();
      const at = hooks.now();
      const changes: (readonly [number, ChangeCounts])[] = [];
      for (const change of readTallies(task.request, part.tallies, totals)) yield changes.push(change);
      const sample = yield* hashSample(task.request.keys, task.request.sample);
      post({ type: 'derived', id, changes, sample, at });
    }
  }

  return (message) => {
    if (message.type === 'cancel') {
      if (message.id === current) endRun();
      return;
    }
    if (message.id !== current) endRun();
    current = message.id;
    queue.push(message);
    if (!isBusy) void workOff();
  };
}

interface Pass {
  readonly part: CountPart;
  readonly share: Share;
}
