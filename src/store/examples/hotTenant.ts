import { defaultScenario } from '../scenario.ts';
import { type Example, scenarioOf } from './example.ts';

/** Tenants by Zipf's law: the biggest has a third of the rows, and all of them have one hash. */
export const hotTenant: Example = {
  id: 'hotTenant',
  scenario: scenarioOf({
    name: 'hot tenant',
    table: { ...defaultScenario.table, name: 'events' },
    keys: {
      columns: [{ name: 'tenant_id', type: 'int8', source: { kind: 'zipf', tenants: 1000, s: 1.4 } }],
      rows: 1_000_000,
      seed: 1,
    },
    to: { kind: 'uniform', modulus: 32 },
  }),
  story: {
    source: {
      title: 'Citus: tenant isolation',
      url: 'https://docs.citusdata.com/en/stable/admin_guide/cluster_management.html#tenant-isolation',
    },
  },
};
