import { newCompared, newNode } from '../scenario.ts';
import { type Example, scenarioOf } from './example.ts';

const partitions = 64;

/**
 * The note fixes the number of partitions ("a limit that can be estimated"), maps them to shard groups and grows by groups.
 * It names no figures: 64 partitions and 4 -> 6 groups are ours.
 */
export const shardGroups: Example = {
  id: 'shardGroups',
  scenario: scenarioOf({
    name: 'shard groups',
    from: { kind: 'uniform', modulus: partitions },
    to: { kind: 'uniform', modulus: partitions },
    nodes: [1, 2, 3, 4, 5, 6].map((n) => newNode(`group ${n}`, n > 4 ? 'joining' : 'up')),
    compare: [{ scheme: 'slots', config: { partitions, replicas: 1 } }, ...['modulo', 'ring'].map(newCompared)],
  }),
  story: {
    source: {
      title: 'digoal: PostgreSQL shard (2018-03-12)',
      url: 'https://github.com/digoal/blog/blob/master/201803/20180312_01.md',
    },
  },
  ui: { stageView: 'ring', ringOf: 'slots' },
};
