import type { ReactElement } from 'react';
import { useT } from '../../i18n/useT.ts';
import { jumpTo } from '../../store/createAppStore.ts';
import { type EditLabel, placeOf } from '../../store/history.ts';
import type { AppState } from '../../store/state.ts';
import { useApp, useAppContext } from '../../store/useApp.ts';
import { PickList } from '../../ui/PickList.tsx';

const selectHistory = (state: AppState): AppState['history'] => state.history;

/** Every edit that undo and redo reach, newest at the bottom; picking one goes to the document after it. */
export function UndoHistory(): ReactElement {
  const { t } = useT();
  const { store } = useAppContext();
  const history = useApp(selectHistory);
  const nameOf = ({ label }: { readonly label: EditLabel }): string => t(label.key, label.params);
  const names = [t('history.start'), ...history.past.map(nameOf), ...history.future.map(nameOf)];
  return (
    <PickList
      label={t('history.title')}
      items={names.map((label, place) => ({ id: String(place), label }))}
      currentId={String(placeOf(history))}
      onPick={(place) => jumpTo(store, Number(place))}
    />
  );
}
