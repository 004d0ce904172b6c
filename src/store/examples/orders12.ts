import { defaultScenario } from '../scenario.ts';
import type { Example } from './example.ts';

/** The scenario of the first visit. */
export const orders12: Example = {
  id: 'orders12',
  scenario: defaultScenario,
  story: {
    source: {
      title: 'PostgreSQL: CREATE TABLE, PARTITION BY HASH',
      url: 'https://www.postgresql.org/docs/current/sql-createtable.html',
    },
  },
};
