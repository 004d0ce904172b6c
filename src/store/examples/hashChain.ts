import { defaultScenario } from '../scenario.ts';
import { type Example, scenarioOf } from './example.ts';

/** The article's table: `orders (order_id bigint, cust_id bigint, status text) PARTITION BY HASH (order_id, cust_id)`. */
export const hashChain: Example = {
  id: 'hashChain',
  scenario: scenarioOf({
    name: 'hash of two columns',
    keys: {
      ...defaultScenario.keys,
      columns: [
        { name: 'order_id', type: 'int8', source: { kind: 'serial', start: 1, stride: 1 } },
        { name: 'cust_id', type: 'int8', source: { kind: 'zipf', tenants: 5000, s: 0.8 } },
      ],
    },
    to: { kind: 'uniform', modulus: 16 },
  }),
  story: {
    source: { title: '权宗亮: PostgreSQL分区表如何确定记录归属 (2019-11-11)', url: null },
  },
  panel: 'inspect',
};
