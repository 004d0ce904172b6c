import { ok } from '../../lib/result.ts';
import type { LayoutSpec } from '../../topology/layoutSpec.ts';
import type { Edit } from './edit.ts';

import { partitionCount } from './layoutSpecs.ts';
/** Asks for another set of partitions. */
export const setTarget: Edit<{ readonly spec: LayoutSpec }> = {
  id: 'setTarget',
  label: (_document, args) => ({ key: 'edit.setTarget', params: { count: partitionCount(args.spec) } }),
  apply: (document, args) => ok({ ...document, to: args.spec }),
  history: 'merge',
};
