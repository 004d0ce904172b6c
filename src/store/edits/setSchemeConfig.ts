import { ok } from '../../lib/result.ts';
import type { Edit } from './edit.ts';

/** Changes a parameter of a scheme that is compared with. */
export const setSchemeConfig: Edit<{
  readonly scheme: string;
  readonly field: string;
  readonly value: number | string;
}> = {
  id: 'setSchemeConfig',
  label: () => ({ key: 'edit.setSchemeConfig' }),
  apply: (document, { scheme, field, value }) =>
    ok({
      ...document,
      compare: document.compare.map((entry) =>
        entry.scheme === scheme ? { scheme, config: { ...entry.config, [field]: value } } : entry,
      ),
    }),
  history: 'merge',
};
