import type { Result } from '../lib/result.ts';
import { type AppStore, applyEdit } from './createAppStore.ts';
import type { Refusal } from './edits/edit.ts';
import { openScenario } from './edits/openScenario.ts';
import type { Origin } from './origin.ts';
import type { Scenario } from './scenario.ts';

/** Opens a scenario as one undoable edit and notes where it is from; a refused one changes nothing. */
export function openDocument(store: AppStore, scenario: Scenario, origin: Origin | null): Result<Scenario, Refusal> {
  // A copy: the same example opened twice is two documents, each with an origin of its own (startOrigins tells by identity).
  const opened = scenario === store.getState().document ? scenario : { ...scenario };
  const result = applyEdit(store, openScenario, { scenario: opened });
  if (result.ok) store.setState({ origin });
  return result;
}
