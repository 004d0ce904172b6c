import { ok } from '../../lib/result.ts';
import type { Edit } from './edit.ts';

/** A second key column in front, as multi-tenant tables have it: (tenant_id, id). */
export const addColumn: Edit<Record<never, never>> = {
  id: 'addColumn',
  label: () => ({ key: 'edit.addColumn' }),
  apply: (document) => {
    const taken = new Set(document.keys.columns.map((column) => column.name));
    let name = 'tenant_id';
    for (let n = 2; taken.has(name); n += 1) name = `tenant_id_${n}`;
    const column = { name, type: 'int4', source: { kind: 'zipf', tenants: 500, s: 1.1 } } as const;
    return ok({ ...document, keys: { ...document.keys, columns: [column, ...document.keys.columns] } });
  },
  history: 'record',
};
