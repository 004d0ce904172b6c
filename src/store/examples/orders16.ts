import { type Example, scenarioOf } from './example.ts';

/** The first scenario with the nearest target that can be reached in place. */
export const orders16: Example = {
  id: 'orders16',
  scenario: scenarioOf({ name: 'orders to 16', to: { kind: 'uniform', modulus: 16 } }),
  story: {
    source: {
      title: 'PostgreSQL: CREATE TABLE, PARTITION BY HASH',
      url: 'https://www.postgresql.org/docs/current/sql-createtable.html',
    },
  },
};
