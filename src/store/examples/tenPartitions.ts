import { defaultScenario } from '../scenario.ts';
import { type Example, scenarioOf } from './example.ts';

/** The article's table test.hash: ten partitions, generate_series(0, 200000), which is 200 001 rows. The way to 20 is ours. */
export const tenPartitions: Example = {
  id: 'tenPartitions',
  scenario: scenarioOf({
    name: 'ten partitions',
    table: { ...defaultScenario.table, schema: 'test', name: 'hash', rowBytes: 28 },
    keys: {
      columns: [{ name: 'id', type: 'int4', source: { kind: 'serial', start: 0, stride: 1 } }],
      rows: 200_001,
      seed: 1,
    },
    from: { kind: 'uniform', modulus: 10 },
    to: { kind: 'uniform', modulus: 20 },
  }),
  story: {
    source: {
      title: 'Азат Якупов: Типы таблиц в PostgreSQL',
      url: 'https://habr.com/ru/companies/quadcode/articles/679618/',
    },
  },
};
