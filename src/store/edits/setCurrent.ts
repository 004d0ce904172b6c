import { ok } from '../../lib/result.ts';
import type { LayoutSpec } from '../../topology/layoutSpec.ts';
import type { Edit } from './edit.ts';

import { partitionCount } from './layoutSpecs.ts';
/** Says which partitions the table has today. */
export const setCurrent: Edit<{ readonly spec: LayoutSpec }> = {
  id: 'setCurrent',
  label: (_document, args) => ({ key: 'edit.setCurrent', params: { count: partitionCount(args.spec) } }),
  apply: (document, args) => ok({ ...document, from: args.spec }),
  history: 'merge',
};
