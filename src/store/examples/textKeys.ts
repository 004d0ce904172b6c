import { type Example, scenarioOf } from './example.ts';
import { usersBy } from './users.ts';

/** Numbers behind a prefix, user_1 and so on, as text. */
export const textKeys: Example = {
  id: 'textKeys',
  scenario: scenarioOf({
    ...usersBy({ name: 'id', type: 'text', source: { kind: 'text', prefix: 'user_', start: 1, pad: 0 } }),
    name: 'text keys',
  }),
  story: {
    source: {
      title: 'PostgreSQL: hashfunc.c, hashtext',
      url: 'https://github.com/postgres/postgres/blob/master/src/backend/access/hash/hashfunc.c',
    },
  },
};
