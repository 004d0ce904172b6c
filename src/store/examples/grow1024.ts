import { digoal2021, digoalTable } from './digoal2021.ts';
import { type Example, scenarioOf } from './example.ts';

/** The article's first question, on its table a. */
export const grow1024: Example = {
  id: 'grow1024',
  scenario: scenarioOf({
    ...digoalTable('a'),
    name: '1024 to 2048',
    from: { kind: 'uniform', modulus: 1024 },
    to: { kind: 'uniform', modulus: 2048 },
  }),
  story: { source: digoal2021 },
};
