import { newCompared, newNode } from '../scenario.ts';
import { type Example, scenarioOf } from './example.ts';

/** Partitions of the first level, and sub-partitions of each. */
const partitions = 4;
const leaves = partitions * partitions;

/** A leaf is a node here; the document's own plan is the remedy: one level of as many partitions. */
export const nestedSameKey: Example = {
  id: 'nestedSameKey',
  scenario: scenarioOf({
    name: 'nested same key',
    from: { kind: 'uniform', modulus: leaves },
    to: { kind: 'uniform', modulus: leaves },
    // In the order of the scheme: all first sub-partitions, then all second ones.
    nodes: Array.from({ length: leaves }, (_, i) =>
      newNode(`leaf ${i % partitions}.${Math.floor(i / partitions)}`, 'up'),
    ),
    compare: [
      { scheme: 'nested', config: { firstModulus: partitions } },
      { scheme: 'postgres', config: { modulus: leaves, target: leaves } },
      ...['modulo', 'jump'].map(newCompared),
    ],
  }),
  story: {
    source: {
      title: 'PostgreSQL: table partitioning, declarative partitioning',
      url: 'https://www.postgresql.org/docs/current/ddl-partitioning.html',
    },
  },
  ui: { stageView: 'ring', ringOf: 'nested' },
};
