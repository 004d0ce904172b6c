import { useT } from '../../i18n/useT.ts';
import { applyEdit, tryEdit } from '../../store/createAppStore.ts';
import type { Edit } from '../../store/edits/edit.ts';
import { refusalText } from '../../store/refusalText.ts';
import { useAppContext } from '../../store/useApp.ts';

/** For a field: what its value would be refused for, and how to put it into the document. */
export interface FieldEdit<Args> {
  readonly validate: (args: Args) => string | null;
  readonly commit: (args: Args) => void;
}

export function useEdit<Args extends object>(edit: Edit<Args>): FieldEdit<Args> {
  const { store } = useAppContext();
  const { t, format } = useT();
  return {
    validate: (args) => {
      if (Object.values(args).some(Number.isNaN)) return t('problem.notANumber');
      const next = tryEdit(store.getState().document, edit, args);
      return next.ok ? null : refusalText(next.error, format);
    },
    commit: (args) => {
      applyEdit(store, edit, args);
    },
  };
}
