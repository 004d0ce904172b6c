import type { AppState } from '../state.ts';
import { type CommandText, text } from './command.ts';

/** Steps of the plan on screen. */
export function stepCount({ results }: AppState): number {
  return results.counted?.derived.plan.steps.length ?? 0;
}

export function noSteps(state: AppState): CommandText | null {
  return stepCount(state) === 0 ? text('refusal.noSteps') : null;
}

export function notCounted(state: AppState): CommandText | null {
  return state.results.counted === null ? text('refusal.notCounted') : null;
}
