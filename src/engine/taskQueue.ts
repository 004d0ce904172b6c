/** What work in slices needs of the world around it. */
export interface TaskHooks {
  /** Milliseconds; the clocks of all hosts that answer one page must agree. */
  now(): number;
  /** Resolves when waiting messages have been delivered. */
  pause(): Promise<void>;
}

/** Work between two pauses: short enough for a prompt cancel and for a page that has to do the work itself. */
export const SLICE_MS = 8;

/** What a host does with the tasks of its runs. */
export interface Tasks<T> {
  /** The task as a sequence of pieces of a few milliseconds, once it can begin. */
  perform(task: T): Iterator<unknown> | Promise<Iterator<unknown>>;
  /** The run is over: what was kept for it is of no use. */
  forget(): void;
  /** A task of run `id` threw an error. */
  fail(id: number, message: string): void;
}

/**
 * Takes the messages of a host and does its tasks in order, in slices of a few milliseconds with a pause before each. A
 * message of another run, or a cancel, ends the run at its next pause; tasks that were overtaken while they waited cost
 * nothing and are not answered.
 */
export function createTaskQueue<T extends { readonly type: string; readonly id: number }>(
  hooks: TaskHooks,
  tasks: Tasks<T>,
): (message: T | { readonly type: 'cancel'; readonly id: number }) => void {
  let queue: T[] = [];
  let current: number | null = null;
  let isBusy = false;

  function endRun(): void {
    current = null;
    queue = [];
    tasks.forget();
  }

  async function workOff(): Promise<void> {
    isBusy = true;
    for (let task = queue.shift(); task !== undefined; task = queue.shift()) {
      const { id } = task;
      try {
        await inSlices(id, await tasks.perform(task));
      } catch (error) {
        if (id === current) endRun();
        tasks.fail(id, error instanceof Error ? error.message : String(error));
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

  return (message) => {
    if (message.type === 'cancel') {
      if (message.id === current) endRun();
      return;
    }
    if (message.id !== current) endRun();
    current = message.id;
    queue.push(message as T);
    if (!isBusy) void workOff();
  };
}
