import { newCompared, newNode } from '../scenario.ts';
import { type Example, scenarioOf } from './example.ts';

/** Citus' default of 32 shards on two workers, and a third one that joins. */
export const citus32: Example = {
  id: 'citus32',
  scenario: scenarioOf({
    name: 'Citus, 32 shards',
    from: { kind: 'uniform', modulus: 32 },
    to: { kind: 'uniform', modulus: 32 },
    nodes: [1, 2, 3].map((n) => newNode(`worker-${n}`, n > 2 ? 'joining' : 'up')),
    compare: ['citus', 'slots', 'jump', 'ring'].map(newCompared),
  }),
  story: {
    source: {
      title: 'Citus: scaling the cluster',
      url: 'https://docs.citusdata.com/en/stable/admin_guide/cluster_management.html',
    },
  },
  ui: { stageView: 'ring', ringOf: 'citus' },
};
