import { defaultScenario } from '../scenario.ts';
import { type Example, scenarioOf } from './example.ts';

/** A key of tenant and id: a big tenant spreads over all partitions, and a query by tenant alone reads all of them. */
export const tenantAndId: Example = {
  id: 'tenantAndId',
  scenario: scenarioOf({
    name: 'tenant and id',
    table: { ...defaultScenario.table, name: 'documents' },
    keys: {
      columns: [
        { name: 'tenant_id', type: 'int4', source: { kind: 'zipf', tenants: 1000, s: 1.4 } },
        { name: 'id', type: 'int8', source: { kind: 'serial', start: 1, stride: 1 } },
      ],
      rows: 1_000_000,
      seed: 1,
    },
    to: { kind: 'uniform', modulus: 32 },
  }),
  story: {
    source: {
      title: 'PostgreSQL: Partition Pruning',
      url: 'https://www.postgresql.org/docs/current/ddl-partitioning.html#DDL-PARTITION-PRUNING',
    },
  },
};
