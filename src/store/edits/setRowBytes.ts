import { problem } from '../../lib/problem.ts';
import { err, ok } from '../../lib/result.ts';
import { MAX_ROW_BYTES } from '../scenario.ts';
import type { Edit } from './edit.ts';

/** Average row width, for the estimates of copied bytes. */
export const setRowBytes: Edit<{ readonly bytes: number }> = {
  id: 'setRowBytes',
  label: (_document, args) => ({ key: 'edit.setRowBytes', params: { bytes: args.bytes } }),
  apply: (document, { bytes }) => {
    if (!Number.isInteger(bytes) || bytes < 1 || bytes > MAX_ROW_BYTES) {
      return err(problem('rowBytes', { value: bytes, min: 1, max: MAX_ROW_BYTES }));
    }
    return ok({ ...document, table: { ...document.table, rowBytes: bytes } });
  },
  history: 'merge',
};
