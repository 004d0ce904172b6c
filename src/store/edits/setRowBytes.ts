import { ok } from '../../lib/result.ts';
import type { Edit } from './edit.ts';

/** Average row width, for the estimates of copied bytes. */
export const setRowBytes: Edit<{ readonly bytes: number }> = {
  id: 'setRowBytes',
  label: (_document, args) => ({ key: 'edit.setRowBytes', params: { bytes: args.bytes } }),
  apply: (document, args) => ok({ ...document, table: { ...document.table, rowBytes: args.bytes } }),
  history: 'merge',
};
