import type { AppStore } from '../createAppStore.ts';
import type { Origin } from '../origin.ts';
import type { Scenario } from '../scenario.ts';

/** A document with all its edits, from one opening to the next. */
interface Line {
  origin: Origin | null;
}

/**
 * Follows which file the document on hand belongs to when undo and redo cross an opening, so that saving never writes one
 * document into another's file. Returns a stop function.
 */
export function startOrigins(store: AppStore): () => void {
  const { document, origin } = store.getState();
  let line: Line = { origin };
  const lineOf = new WeakMap<Scenario, Line>([[document, line]]);
  return store.subscribe((state, before) => {
    if (state.document !== before.document) {
      const isOpened = state.history.past.at(-1)?.label.key === 'edit.openScenario';
      line = lineOf.get(state.document) ?? (isOpened ? { origin: null } : line);
      lineOf.set(state.document, line);
      if (state.origin !== line.origin) store.setState({ origin: line.origin });
    } else if (state.origin !== before.origin) line.origin = state.origin;
  });
}
