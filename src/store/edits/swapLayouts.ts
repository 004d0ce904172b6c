import { ok } from '../../lib/result.ts';
import type { Edit } from './edit.ts';

/** Looks at the way back: today's partitions and the wished ones change places. */
export const swapLayouts: Edit<Record<never, never>> = {
  id: 'swapLayouts',
  label: () => ({ key: 'edit.swapLayouts' }),
  apply: (document) => ok({ ...document, from: document.to, to: document.from }),
  history: 'record',
};
