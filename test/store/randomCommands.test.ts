import fc from 'fast-check';
import { describe, it } from 'vitest';
import { actions, startWalk, step, stopWalk, walkHistory } from '../fixtures/randomActions.ts';

describe('commands and edits in any order', () => {
  it('keep the document valid and the history whole (seed 21)', async () => {
    const some = fc.array(actions, { minLength: 40, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(some, async (walked) => {
        const walk = await startWalk();
        try {
          for (const action of walked) await step(walk, action);
          walkHistory(walk);
        } finally {
          stopWalk(walk);
        }
      }),
      { seed: 21, numRuns: 60 },
    );
  });
});
