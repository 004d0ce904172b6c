import { serialiseScenario } from './parseScenario.ts';
import type { Scenario } from './scenario.ts';
import type { FileHandle } from './services.ts';
import type { AppState } from './state.ts';

/** What a document was opened from or saved to: it is unsaved while it differs from that. */
export interface Origin {
  readonly kind: 'file' | 'example';
  /** File name, or the example's scenario name. */
  readonly name: string;
  /** The document as the file or the example has it. */
  readonly saved: Scenario;
  /** Null where the browser hands out no handles, and for examples: saving then asks where to. */
  readonly handle: FileHandle | null;
}

let last: { readonly document: Scenario; readonly saved: Scenario; readonly same: boolean } | null = null;

/** Whether the document differs from its file or example. Nothing is unsaved that came from neither. */
export function selectUnsaved({ document, origin }: Pick<AppState, 'document' | 'origin'>): boolean {
  return origin !== null && !sameScenario(document, origin.saved);
}

/** The last answer is kept: a view asks on every change of the state. */
function sameScenario(document: Scenario, saved: Scenario): boolean {
  if (document === saved) return true;
  if (last?.document !== document || last.saved !== saved) {
    last = { document, saved, same: serialiseScenario(document) === serialiseScenario(saved) };
  }
  return last.same;
}
