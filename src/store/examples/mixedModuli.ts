import { digoal2021, digoalTable } from './digoal2021.ts';
import { type Example, scenarioOf } from './example.ts';

/** Table c: c2_0 is split into c4_0 and c4_2 beside c4_1 and c4_3. */
export const mixedModuli: Example = {
  id: 'mixedModuli',
  scenario: scenarioOf({
    ...digoalTable('c'),
    name: 'mixed moduli',
    from: {
      kind: 'mixed',
      bounds: [
        { modulus: 2, remainder: 0 },
        { modulus: 4, remainder: 1 },
        { modulus: 4, remainder: 3 },
      ],
    },
    to: { kind: 'uniform', modulus: 4 },
  }),
  story: { source: digoal2021 },
};
