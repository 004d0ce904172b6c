import type { ChangeCounts } from '../planner/plan.ts';
import type { Kernel } from './kernel.ts';
import type { CountRequest, Counts, EngineProgress } from './protocol.ts';
import { hashSample } from './sample.ts';
import { createShare, readTallies } from './share.ts';
import { planTallies } from './tallies.ts';

/**
 * The whole count in one thread as a sequence of small pieces of a few milliseconds: what every split among workers must
 * give, too. Progress counts rows hashed; with several passes the total is rows * passes.
 */
export function* countKeys(request: CountRequest, kernel: Kernel | null = null): Generator<EngineProgress, Counts> {
  const { keys, from, to } = request;
  const passes = planTallies(from, to);
  const total = keys.rows * passes.length;
  const changes = new Array<ChangeCounts>(to.length);
  let done = 0;
  for (const tallies of passes) {
    const share = createShare({ keys, from, to, tallies }, kernel);
    for (const rows of share.count(0, keys.rows)) {
      done += rows;
      yield { done, total };
    }
    for (const [target, change] of readTallies(request, tallies, share.take())) {
      changes[target] = change;
      yield { done, total };
    }
  }
  const sampling = hashSample(keys, request.sample);
  let step = sampling.next();
  for (; !step.done; step = sampling.next()) yield { done, total };
  return { kind: 'count', changes, sample: step.value };
}
