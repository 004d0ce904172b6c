import { digoal2021, digoalTable } from './digoal2021.ts';
import { type Example, scenarioOf } from './example.ts';

/** Its second question. */
export const shrink512: Example = {
  id: 'shrink512',
  scenario: scenarioOf({
    ...digoalTable('a'),
    name: '512 to 64',
    from: { kind: 'uniform', modulus: 512 },
    to: { kind: 'uniform', modulus: 64 },
  }),
  story: { source: digoal2021 },
};
