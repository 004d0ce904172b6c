import { defaultScenario, newCompared, newNode } from '../scenario.ts';
import { type Example, scenarioOf } from './example.ts';

/**
 * Table h of the mail: `(i int) PARTITION BY HASH (i) PARTITIONS 3`, rows 0 to 20, partitions h1 to h3 and the h4 that it
 * refuses. Today's hash partitions stand on the strip; the patch's formula is among the compared schemes, where a node is
 * a partition.
 */
export const poc2017: Example = {
  id: 'poc2017',
  scenario: scenarioOf({
    name: 'patch of 2017',
    table: { ...defaultScenario.table, name: 'h', rowBytes: 28 },
    keys: {
      columns: [{ name: 'i', type: 'int4', source: { kind: 'serial', start: 0, stride: 1 } }],
      rows: 21,
      seed: 1,
    },
    from: { kind: 'uniform', modulus: 3 },
    to: { kind: 'uniform', modulus: 4 },
    nodes: [1, 2, 3, 4].map((n) => newNode(`h${n}`, n > 3 ? 'joining' : 'up')),
    compare: ['poc2017', 'pathman', 'modulo', 'jump'].map(newCompared),
  }),
  story: {
    source: {
      title: 'Yugo Nagata: [POC] hash partitioning (pgsql-hackers, 2017-02-28)',
      url: 'https://www.postgresql.org/message-id/flat/20170228233313.fc14d8b6.nagata@sraoss.co.jp',
    },
  },
  ui: { stageView: 'compare' },
};
