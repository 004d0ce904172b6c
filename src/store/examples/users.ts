import { defaultScenario, type Scenario } from '../scenario.ts';

/** A table of users and a plan that several examples share, so that only the key differs. */
export function usersBy(column: Scenario['keys']['columns'][number]): Pick<Scenario, 'table' | 'keys' | 'to'> {
  return {
    table: { ...defaultScenario.table, name: 'users' },
    keys: { columns: [column], rows: 1_000_000, seed: 1 },
    to: { kind: 'uniform', modulus: 16 },
  };
}
