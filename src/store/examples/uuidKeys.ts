import { type Example, scenarioOf } from './example.ts';
import { usersBy } from './users.ts';

/** Random UUIDs of 16 bytes. */
export const uuidKeys: Example = {
  id: 'uuidKeys',
  scenario: scenarioOf({
    ...usersBy({ name: 'id', type: 'uuid', source: { kind: 'uuidv4' } }),
    name: 'UUID v4 keys',
  }),
  story: {
    source: {
      title: 'PostgreSQL: UUID Functions',
      url: 'https://www.postgresql.org/docs/current/functions-uuid.html',
    },
  },
};
