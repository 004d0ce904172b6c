import type { BoxRef } from '../scene/strip.ts';
import { setUi } from '../store/createAppStore.ts';
import type { Derived } from '../store/derive.ts';
import type { AppState, PartitionRef, Selection } from '../store/state.ts';
import { useApp, useAppContext } from '../store/useApp.ts';

const selectSelection = (state: AppState): Selection | null => state.ui.selection;

interface BoxSelection {
  readonly selected: BoxRef | null;
  readonly onSelect: (box: BoxRef, anchor: DOMRect) => void;
  readonly onReach: (box: BoxRef) => void;
}

/** The partition whose commands are open, and the one that commands are about, as the boxes of a drawing. */
export function useBoxSelection(derived: Derived): BoxSelection {
  const { store } = useAppContext();
  const selection = useApp(selectSelection);
  const index = selection === null ? -1 : derived[selection.side].findIndex(({ name }) => name === selection.name);
  const refOf = ({ side, index }: BoxRef): PartitionRef => ({ side, name: derived[side][index]!.name });
  return {
    selected: selection === null || index < 0 ? null : { row: selection.row, side: selection.side, index },
    onSelect: (box, { x, y, width, height }) => {
      const partition = refOf(box);
      setUi(store, { partition, selection: { ...partition, row: box.row, anchor: { x, y, width, height } } });
    },
    onReach: (box) => setUi(store, { partition: refOf(box) }),
  };
}
