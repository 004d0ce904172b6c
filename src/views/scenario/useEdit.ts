import { useT } from '../../i18n/useT.ts';
import { applyEdit, tryEdit } from '../../store/createAppStore.ts';
import type { Edit } from '../../store/edits/edit.ts';
import { refusalText } from '../../store/refusalText.ts';
import { useAppContext } from '../../store/useApp.ts';

/** For a field: what its value would be refused for, and how to put it into the document. */
export interface FieldEdit<Args> {
  readonly validate: (args: Args) => string | null;
  /** What the edit itself is refused for, without planning what follows from it: for choices that are checked unasked. */
  readonly refuses: (args: Args) => string | null;
  readonly commit: (args: Args) => void;
}

export function useEdit<Args extends object>(edit: Edit<Args>): FieldEdit<Args> {
  const { store } = useAppContext();
  const { t, format } = useT();
  return {
    validate: (args) => {
      if (hasNaN(args)) return t('problem.notANumber');
      const next = tryEdit(store.getState().document, edit, args);
      return next.ok ? null : refusalText(next.error, format);
    },
    refuses: (args) => {
      const next = edit.apply(store.getState().document, args);
      return next.ok ? null : refusalText(next.error, format);
    },
    commit: (args) => {
      applyEdit(store, edit, args);
    },
  };
}

/** Whether a number, or one of a patch, is what is read from a text that is none. */
function hasNaN(args: object): boolean {
  return Object.values(args).some(
    (value) => Number.isNaN(value) || (typeof value === 'object' && value !== null && hasNaN(value)),
  );
}
