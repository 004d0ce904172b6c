import type { ChangeCounts } from '../planner/plan.ts';
import type { Kernel } from './kernel.ts';
import type { CountPart, FromWorker, ToWorker } from './protocol.ts';
import { hashSample } from './sample.ts';
import { createShare, readTallies, type Share } from './share.ts';
import { createTaskQueue, type TaskHooks } from './taskQueue.ts';

/** What the engine needs of the world around it. */
export interface HostHooks extends TaskHooks {
  /** Asked once; null, or a rejection, leaves the work to TypeScript. */
  loadKernel(): Promise<Kernel | null>;
}

/** Fewer rows are counted in TypeScript sooner than a kernel arrives and proves itself: it comes after their answer. */
const WORTH_A_WAIT = 2 ** 20;

type Task = Exclude<ToWorker, { type: 'cancel' }>;

/** The engine behind a message port, in a worker or beside the page; see createTaskQueue(). */
export function createEngineHost(post: (message: FromWorker) => void, hooks: HostHooks): (message: ToWorker) => void {
  let loading: Promise<void> | null = null;
  let kernel: Kernel | null = null;
  let pass: Pass | null = null;

  async function load(): Promise<void> {
    try {
      kernel = await hooks.loadKernel();
    } catch {
      // TypeScript counts as well.
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
      loading ??= load();
    }
  }

  return createTaskQueue<Task>(hooks, {
    perform(task) {
      if (task.type !== 'begin' || task.part.keys.rows < WORTH_A_WAIT) return perform(task);
      loading ??= load();
      return loading.then(() => perform(task));
    },
    forget() {
      pass = null;
    },
    fail: (id, message) => post({ type: 'failed', id, message }),
  });
}

interface Pass {
  readonly part: CountPart;
  readonly share: Share;
}
