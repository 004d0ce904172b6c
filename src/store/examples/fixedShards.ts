import { defaultScenario, newCompared, newNode } from '../scenario.ts';
import { type Example, scenarioOf } from './example.ts';

const shards = 480;

/** 480 shards that never change, on 32 databases and then on 96: 15 and 5 each. */
export const fixedShards: Example = {
  id: 'fixedShards',
  scenario: scenarioOf({
    name: '480 shards',
    table: { ...defaultScenario.table, name: 'block', rowBytes: 400 },
    keys: {
      columns: [{ name: 'space_id', type: 'uuid', source: { kind: 'uuidv4' } }],
      rows: 1_000_000,
      seed: 1,
    },
    from: { kind: 'uniform', modulus: shards },
    to: { kind: 'uniform', modulus: shards },
    nodes: Array.from({ length: 96 }, (_, n) => newNode(`db ${n + 1}`, n < 32 ? 'up' : 'joining')),
    compare: [
      { scheme: 'slots', config: { partitions: shards, replicas: 0 } },
      ...['modulo', 'ring', 'jump'].map(newCompared),
    ],
  }),
  story: {
    source: { title: 'Notion: The Great Re-shard (2023)', url: 'https://www.notion.com/blog/the-great-re-shard' },
  },
  ui: { stageView: 'ring', ringOf: 'slots' },
};
