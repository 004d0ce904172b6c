import { defaultScenario, type Scenario } from '../scenario.ts';

/** digoal's article on more, fewer and mixed hash partitions. */
export const digoal2021 = {
  title: 'digoal: PostgreSQL hash (2021-04-22)',
  url: 'https://www.modb.pro/db/91244',
};

/** Tables a, b and c of the article, `(id int, info text)`, with the keys of b: generate_series(1, 1000000). */
export function digoalTable(name: string): Pick<Scenario, 'table' | 'keys'> {
  return {
    table: { ...defaultScenario.table, name, partitionNames: '{table}{modulus}_{remainder}', rowBytes: 50 },
    keys: {
      columns: [{ name: 'id', type: 'int4', source: { kind: 'serial', start: 1, stride: 1 } }],
      rows: 1_000_000,
      seed: 1,
    },
  };
}
