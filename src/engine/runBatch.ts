import { validateKeySpec } from '../keys/validateKeySpec.ts';
import { MAX_MODULUS, MAX_PARTITIONS } from '../topology/layoutSpec.ts';
import { countKeys } from './countKeys.ts';
import type { EngineProgress, EngineReply, EngineRequest } from './protocol.ts';
import { MAX_SAMPLE } from './sample.ts';

/** What a run needs of the world. */
export interface BatchHooks {
  /** Called after every slice of work, so well within every 100 ms; `done` never falls. */
  onProgress(progress: EngineProgress): void;
  /** Asked after every pause, before any work. */
  isCancelled(): boolean;
  /** Milliseconds from any fixed point. */
  now(): number;
  /** Resolves when waiting messages have been delivered. */
  pause(): Promise<void>;
}

/** Work between two pauses: short enough for a prompt cancel and for a page that has to run it itself. */
export const SLICE_MS = 16;

/**
 * Answers a request in slices of about 16 ms with a pause before each: requests that were overtaken while they waited
 * cost nothing.
 * @throws RangeError when the request is not one that the page may make; it names the value
 */
export async function runBatch(request: EngineRequest, hooks: BatchHooks): Promise<EngineReply | 'cancelled'> {
  assertRequest(request);
  const work = countKeys(request);
  let elapsedMs = 0;
  let counting = true;
  for (;;) {
    await hooks.pause();
    if (hooks.isCancelled()) return 'cancelled';
    const start = hooks.now();
    const { progress, reply } = runSlice(work, counting, () => hooks.now() - start);
    // What follows the last key, deriving tables and hashing the sample, is not the count's own time.
    if (counting) elapsedMs += hooks.now() - start;
    counting &&= progress !== null && progress.done < progress.total;
    if (progress !== null) hooks.onProgress(progress);
    if (reply !== null) return { ...reply, elapsedMs };
  }
}

type Work = ReturnType<typeof countKeys>;
type WorkReply = Omit<EngineReply, 'elapsedMs'>;

/** Works until the slice is used up, the work is done or, while keys are counted, the last key has been. */
function runSlice(
  work: Work,
  counting: boolean,
  spentMs: () => number,
): { progress: EngineProgress | null; reply: WorkReply | null } {
  let progress: EngineProgress | null = null;
  do {
    const step = work.next();
    if (step.done) return { progress, reply: step.value };
    progress = step.value;
    if (counting && progress.done === progress.total) break;
  } while (spentMs() < SLICE_MS);
  return { progress, reply: null };
}

function assertRequest({ keys, from, to, sample }: EngineRequest): void {
  const wrong = validateKeySpec(keys);
  if (wrong !== null) throw new RangeError(`keys refused: ${wrong.id} ${JSON.stringify(wrong.params)}`);
  if (!Number.isInteger(sample) || sample < 0 || sample > MAX_SAMPLE) {
    throw new RangeError(`sample size ${sample} is not an integer from 0 to ${MAX_SAMPLE}`);
  }
  for (const layout of [from, ...to]) {
    if (layout.length > MAX_PARTITIONS) throw new RangeError(`${layout.length} partitions, at most ${MAX_PARTITIONS}`);
    const modulus = layout.at(-1)?.modulus ?? 1;
    if (modulus > MAX_MODULUS) throw new RangeError(`modulus ${modulus}, at most ${MAX_MODULUS}`);
  }
}
