import type { Format } from '../../i18n/format.ts';
import { validateKeySpec } from '../../keys/validateKeySpec.ts';
import type { Edit } from '../../store/edits/edit.ts';
import { refusalText } from '../../store/refusalText.ts';
import type { Scenario } from '../../store/scenario.ts';

/**
 * Why an edit of the keys would be refused, or null. Only the keys are judged and nothing is planned, so that all
 * choices of a list can be asked about while it is drawn.
 */
export function keyRefusal<Args>(document: Scenario, edit: Edit<Args>, args: Args, format: Format): string | null {
  const next = edit.apply(document, args);
  const refusal = next.ok ? validateKeySpec(next.value.keys) : next.error;
  return refusal === null ? null : refusalText(refusal, format);
}
