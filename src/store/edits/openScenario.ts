import { ok } from '../../lib/result.ts';
import type { Scenario } from '../scenario.ts';
import type { Edit } from './edit.ts';

/** Replaces the whole document: a file, a link, an example. Undo brings the old one back. */
export const openScenario: Edit<{ readonly scenario: Scenario }> = {
  id: 'openScenario',
  label: (_document, args) => ({ key: 'edit.openScenario', params: { name: args.scenario.name } }),
  apply: (_document, args) => ok(args.scenario),
  history: 'record',
};
