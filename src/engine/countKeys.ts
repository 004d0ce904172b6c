import type { ChangeCounts } from '../planner/plan.ts';
import { cellsFromResidues } from './cells.ts';
import { changeCountsOf } from './changeCounts.ts';
import { createCounter } from './counter.ts';
import type { CountReply, CountRequest, EngineProgress } from './protocol.ts';
import { hashSample } from './sample.ts';
import { planTallies, type Tally } from './tallies.ts';

/**
 * The whole count as a sequence of small pieces of a few milliseconds: whoever drives it decides when to rest and
 * whether to go on. Progress counts rows hashed; with several passes the total is rows * passes.
 */
export function* countKeys(request: CountRequest): Generator<EngineProgress, Omit<CountReply, 'elapsedMs'>> {
  const { keys, from, to } = request;
  const passes = planTallies(from, to);
  const total = keys.rows * passes.length;
  const changes = new Array<ChangeCounts>(to.length);
  let done = 0;
  for (const tallies of passes) {
    const counter = createCounter(keys, from, to, tallies);
    for (let row = 0; row < keys.rows; row += counter.pieceRows) {
      const count = Math.min(counter.pieceRows, keys.rows - row);
      counter.count(row, count);
      done += count;
      yield { done, total };
    }
    for (const [target, change] of readTallies(request, tallies, counter.histograms)) {
      changes[target] = change;
      yield { done, total };
    }
  }
  const sampling = hashSample(keys, request.sample);
  let step = sampling.next();
  for (; !step.done; step = sampling.next()) yield { done, total };
  return { kind: 'count', changes, sample: step.value };
}

function* readTallies(
  { from, to }: CountRequest,
  tallies: readonly Tally[],
  histograms: readonly Uint32Array[],
): Generator<[target: number, ChangeCounts]> {
  for (const [index, tally] of tallies.entries()) {
    const counts = histograms[index]!;
    if (tally.kind === 'pairs') {
      yield [tally.target, changeCountsOf({ counts, from, to: to[tally.target]! })];
      continue;
    }
    for (const target of tally.targets) yield [target, changeCountsOf(cellsFromResidues(counts, from, to[target]!))];
  }
}
