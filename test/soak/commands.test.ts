import fc from 'fast-check';
import { describe, it } from 'vitest';
import { actions, startWalk, step, stopWalk, walkHistory } from '../fixtures/randomActions.ts';

/** SOAK_RUNS walks of 1,000 actions each, 20 when unset; SOAK_SEED is the first seed, so that a failing one runs alone. */
const runs = Number(process.env.SOAK_RUNS ?? 20);
const firstSeed = Number(process.env.SOAK_SEED ?? 1);

describe('a thousand random commands and edits', () => {
  it.each(Array.from({ length: runs }, (_, i) => firstSeed + i))(
    'keep the document valid and the history whole (seed %i)',
    async (seed) => {
      const walk = await startWalk();
      for (const [n, action] of fc.sample(actions, { seed, numRuns: 1000 }).entries()) {
        try {
          await step(walk, action);
        } catch (cause) {
          throw new Error(`action ${n + 1}, ${action.label}`, { cause });
        }
      }
      walkHistory(walk);
      stopWalk(walk);
    },
  );
});
