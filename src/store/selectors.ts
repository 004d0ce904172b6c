import { currentStep } from '../scene/clock.ts';
import { joinScript } from '../sql/joinScript.ts';
import { planToScript } from '../sql/planToScript.ts';
import type { SqlScript } from '../sql/script.ts';
import { postgres } from '../sql/dialects/postgres.ts';
import { stepNotes } from './figures.ts';
import type { AppState, Counted } from './state.ts';

/** The dialect that scripts are written in; others will be chosen here. */
export const sqlDialect = postgres;

let lastScript: { readonly counted: Counted; readonly script: SqlScript } | null = null;
const emptyScript: SqlScript = { sections: [] };

/** The SQL of the plan on screen, with exact counts in its comments; kept until the plan or the counts change. */
export function selectScript({ results }: AppState): SqlScript {
  const { counted } = results;
  if (counted === null) return emptyScript;
  if (lastScript?.counted !== counted) lastScript = { counted, script: writeScript(counted) };
  return lastScript.script;
}

function writeScript(counted: Counted): SqlScript {
  const { derived } = counted;
  return planToScript(sqlDialect, derived.plan, derived.table, stepNotes(counted));
}

export function selectScriptText(state: AppState): string {
  return joinScript(selectScript(state));
}

/** Step that the playhead shows: the one in progress or the last one done; -1 when the plan has none. */
export function selectActiveStep({ results, playback }: AppState): number {
  const count = results.counted?.derived.plan.steps.length ?? 0;
  return count === 0 ? -1 : currentStep(playback.t, count);
}

export function selectCounted({ results }: AppState): Counted | null {
  return results.counted;
}
