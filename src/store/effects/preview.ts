import type { CountRequest } from '../../engine/protocol.ts';
import type { HashBound, Layout } from '../../topology/layout.ts';
import { canSplit } from '../../topology/siblings.ts';
import type { AppStore } from '../createAppStore.ts';
import { deriveScenario } from '../derive.ts';
import type { Services } from '../services.ts';
import type { Selection } from '../state.ts';

/** Numbers of parts that a partition's actions offer. */
export const SPLIT_PARTS: readonly number[] = [2, 3, 4, 5, 8];

/**
 * Counts, over all keys, what each offered split of the selected partition would give, as long as it is selected. Returns
 * a stop function.
 */
export function startPreview(store: AppStore, services: Pick<Services, 'previewEngine'>): () => void {
  return store.subscribe((state, before) => {
    const { selection } = state.ui;
    if (selection === before.ui.selection) return;
    // What nobody waits for any more must not take the processor: a trillion keys are minutes of work.
    if (selection === null) services.previewEngine.cancel();
    else void preview(store, services, selection);
  });
}

async function preview(
  store: AppStore,
  services: Pick<Services, 'previewEngine'>,
  selection: Selection,
): Promise<void> {
  const { document } = store.getState();
  const derived = deriveScenario(document);
  if (!derived.ok) return;
  const layout = derived.value[selection.side];
  const partition = layout.find(({ name }) => name === selection.name);
  if (partition === undefined) return;
  const splits = SPLIT_PARTS.flatMap((parts) => {
    const next = canSplit(layout, partition, parts);
    return next.ok ? [{ parts, layout: next.value }] : [];
  });
  if (splits.length === 0) return;
  const request: CountRequest = {
    kind: 'count',
    keys: document.keys,
    from: layout,
    to: splits.map((split) => split.layout),
    sample: 0,
  };
  // A preview that fails or comes too late leaves the actions without figures, never with wrong ones.
  const reply = await services.previewEngine.run(request, () => undefined).catch(() => null);
  if (reply === null || store.getState().ui.selection !== selection) return;
  const parts = new Map<number, readonly number[]>();
  splits.forEach((split, index) => {
    parts.set(split.parts, partsInside(split.layout, reply.changes[index]!.to, partition));
  });
  store.setState(({ results }) => ({ results: { ...results, preview: { selection, parts } } }));
}

function partsInside(layout: Layout, rows: readonly number[], whole: HashBound): number[] {
  return rows.filter((_, index) => {
    const { modulus, remainder } = layout[index]!;
    return modulus % whole.modulus === 0 && remainder % whole.modulus === whole.remainder;
  });
}
