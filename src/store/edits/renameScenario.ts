import { ok } from '../../lib/result.ts';
import type { Edit } from './edit.ts';

/** The name of the document; the table keeps its own. */
export const renameScenario: Edit<{ readonly name: string }> = {
  id: 'renameScenario',
  label: (_document, args) => ({ key: 'edit.renameScenario', params: { name: args.name } }),
  apply: (document, args) => ok({ ...document, name: args.name }),
  history: 'record',
};
