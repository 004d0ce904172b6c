import { createTaskQueue, type TaskHooks } from '../taskQueue.ts';
import { drawCircle } from './circle.ts';
import { computePoint, type KeySampleBlocks, readKeySample } from './curvePoints.ts';
import { createLaneShare, type LaneShare } from './laneShare.ts';
import type { ComparePart, FromCompare, ToCompare } from './protocol.ts';

type Task = Exclude<ToCompare, { type: 'cancel' }>;
type PointTask = Extract<Task, { type: 'point' }>;
type DrawTask = Extract<Task, { type: 'draw' }>;
type LaneTask = Exclude<Task, PointTask | DrawTask | { type: 'begin' }>;

/** What is kept between the tasks of one run. */
interface Work {
  readonly part: ComparePart;
  /** Made when the first rows of the lane come. */
  readonly shares: Map<number, LaneShare>;
  /** Read when the first point is asked for. */
  sample: KeySampleBlocks | null;
}

/** Compares schemes behind a message port, in a worker or beside the page; see createTaskQueue(). */
export function createCompareHost(
  post: (message: FromCompare) => void,
  hooks: TaskHooks,
): (message: ToCompare) => void {
  let work: Work | null = null;

  function* perform(task: Task): Generator<void, void> {
    if (task.type === 'begin') {
      work = { part: task.part, shares: new Map(), sample: null };
      post({ type: 'begun', id: task.id });
    } else if (work === null) return;
    else if (task.type === 'point') yield* drawPoint(task, work);
    else if (task.type === 'draw') yield* draw(task, work);
    else yield* workOnLane(task, work);
  }

  function* draw({ id }: DrawTask, { part }: Work): Generator<void, void> {
    if (part.kind === 'circle') post({ type: 'drawn', id, circle: yield* drawCircle(part) });
  }

  function* drawPoint({ id, scheme, nodes }: PointTask, run: Work): Generator<void, void> {
    const { part } = run;
    if (part.kind !== 'points') return;
    run.sample ??= yield* readKeySample(part.keys, part.schemes, part.sample);
    const point = yield* computePoint(part.schemes[scheme]!, nodes, run.sample);
    post({ type: 'pointed', id, scheme, nodes, point });
  }

  function* workOnLane(task: LaneTask, { part, shares }: Work): Generator<void, void> {
    if (part.kind !== 'lanes') return;
    const { id, lane } = task;
    const share =
      shares.get(lane) ?? (yield* createLaneShare(part.keys, part.change, part.lanes[lane]!, () => hooks.now()));
    shares.set(lane, share);
    if (task.type === 'count') {
      const start = hooks.now();
      yield* share.count(task.first, task.rows);
      post({ type: 'counted', id, lane, rows: task.rows, ms: hooks.now() - start });
    } else if (task.type === 'give') {
      post({ type: 'totals', id, lane, totals: share.take() });
    } else if (task.type === 'take') {
      share.add(task.totals);
    } else {
      post({ type: 'derived', id, lane, figures: yield* share.derive() });
    }
  }

  return createTaskQueue<Task>(hooks, {
    perform,
    forget() {
      work = null;
    },
    fail: (id, message) => post({ type: 'failed', id, message }),
  });
}
