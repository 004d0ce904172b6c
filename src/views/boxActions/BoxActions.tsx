import type { ReactElement } from 'react';
import { useT } from '../../i18n/useT.ts';
import { setUi } from '../../store/createAppStore.ts';
import { selectCounted } from '../../store/selectors.ts';
import type { AppState, Selection } from '../../store/state.ts';
import { useApp, useAppContext } from '../../store/useApp.ts';
import { ActionPopover } from '../../ui/ActionPopover.tsx';
import { useBoxActions } from './useBoxActions.ts';

const selectSelection = (state: AppState): Selection | null => state.ui.selection;

/** What can be done with the partition that was clicked; what can't says why. */
export function BoxActions(): ReactElement | null {
  const { t, format } = useT();
  const { store } = useAppContext();
  const selection = useApp(selectSelection);
  const counted = useApp(selectCounted);
  const actions = useBoxActions();
  if (selection === null || counted === null) return null;
  const layout = counted.derived[selection.side];
  const index = layout.findIndex(({ name }) => name === selection.name);
  const bound = layout[index];
  if (bound === undefined) return null;
  const change = counted.reply.changes[0]!;
  const { nodes, before, after } = counted.derived.cluster;
  const node = nodes[(selection.side === 'from' ? before : after)[index]!]?.name ?? '';
  return (
    <ActionPopover
      anchor={selection.anchor}
      heading={selection.name}
      description={t('box.description', {
        modulus: bound.modulus,
        remainder: bound.remainder,
        node,
        rows: format.integer(change[selection.side][index] ?? 0),
        percent: format.percent(change[selection.side][index] ?? 0, change.total),
      })}
      actions={actions}
      onClose={() => setUi(store, { selection: null })}
    />
  );
}
