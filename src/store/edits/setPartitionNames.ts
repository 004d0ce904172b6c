import { ok } from '../../lib/result.ts';
import type { Edit } from './edit.ts';

/** Another pattern for the names of partitions. */
export const setPartitionNames: Edit<{ readonly pattern: string }> = {
  id: 'setPartitionNames',
  label: (_document, args) => ({ key: 'edit.setPartitionNames', params: { pattern: args.pattern } }),
  apply: (document, args) => ok({ ...document, table: { ...document.table, partitionNames: args.pattern } }),
  history: 'record',
};
