import { useMemo } from 'react';
import { markKey } from '../scene/strip.ts';
import { canPlace } from '../store/canPlace.ts';
import { applyEdit } from '../store/createAppStore.ts';
import { type Derived, deriveScenario } from '../store/derive.ts';
import { placePartition } from '../store/edits/placePartition.ts';
import { useAppContext } from '../store/useApp.ts';
import type { RingViewProps } from '../views/ring/RingView.tsx';

/** What dragging an arc onto a node does: in the old layout the partition then lies there, in the new one it is pinned. */
export function useArcPlacing(derived: Derived): Required<Pick<RingViewProps, 'onDrop' | 'canDrop' | 'pinned'>> {
  const { store } = useAppContext();
  return useMemo(
    () => ({
      pinned: new Set(
        derived.document.placed.flatMap((entry) => (entry.side === 'to' ? [markKey('after', entry)] : [])),
      ),
      canDrop: (arc, node) => canPlace(derived, arc, node),
      onDrop({ side, index }, node) {
        const { modulus, remainder } = derived[side][index]!;
        const { name } = derived.cluster.nodes[node]!;
        // The picture lags behind the document while keys are counted: what counts is what the partition is by now.
        const now = deriveScenario(store.getState().document);
        if (!now.ok) return;
        const at = now.value[side].findIndex((bound) => bound.modulus === modulus && bound.remainder === remainder);
        const to = now.value.cluster.nodes.findIndex((candidate) => candidate.name === name);
        if (!canPlace(now.value, { side, index: at }, to)) return;
        applyEdit(store, placePartition, { side, bound: { modulus, remainder }, node: name });
      },
    }),
    [derived, store],
  );
}
