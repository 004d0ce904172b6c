import { ok } from '../../lib/result.ts';
import { newCompared } from '../scenario.ts';
import type { Edit } from './edit.ts';

/** Compares with a scheme, or no longer. It comes with its defaults. */
export const setCompared: Edit<{ readonly scheme: string; readonly compared: boolean }> = {
  id: 'setCompared',
  label: () => ({ key: 'edit.setCompared' }),
  apply: (document, { scheme, compared }) => {
    const others = document.compare.filter((entry) => entry.scheme !== scheme);
    if (!compared) return ok({ ...document, compare: others });
    const known = document.compare.some((entry) => entry.scheme === scheme);
    if (known) return ok(document);
    return ok({ ...document, compare: [...others, newCompared(scheme)] });
  },
  history: 'record',
};
