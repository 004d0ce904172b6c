import type { TextKey } from '../../i18n/i18n.ts';
import { validateKeySpec } from '../../keys/validateKeySpec.ts';
import { expandLayout } from '../../topology/expandLayout.ts';
import { partitionNamer } from '../../topology/partitionNames.ts';
import { applyEdit, setUi, tryEdit } from '../createAppStore.ts';
import type { Edit, Refusal } from '../edits/edit.ts';
import type { Scenario } from '../scenario.ts';
import { type Command, text } from './command.ts';

interface EditCommand<Args> extends Pick<Command, 'id' | 'menu' | 'group' | 'checked' | 'shortLabel' | 'hint'> {
  readonly edit: Edit<Args>;
  /** What the edit is asked for, given the document on screen. */
  readonly args: (document: Scenario) => Args;
  /** Otherwise what the edit is called in the history. */
  readonly label?: TextKey;
  /** For what is shown only when it is asked for: plans the change too, so that no refusal comes later. */
  readonly isPlanned?: true;
}

/** A command that is one edit with fixed arguments; it refuses in the words of the edit. */
export function editCommand<Args>({ edit, args, label, isPlanned, ...rest }: EditCommand<Args>): Command {
  const refusalOf = isPlanned ? fullRefusal : quickRefusal;
  let asked: { readonly document: Scenario; readonly refusal: Refusal | null } | null = null;
  return {
    ...rest,
    label: ({ document }) => (label === undefined ? edit.label(document, args(document)) : text(label)),
    keys: [],
    refusal: ({ document }) => {
      // Menus ask at every frame of an animation.
      if (asked?.document !== document) asked = { document, refusal: refusalOf(document, edit, args(document)) };
      return asked.refusal;
    },
    run: ({ store }) => {
      const { document } = store.getState();
      const next = tryEdit(document, edit, args(document));
      // What is so already is no change that undo could take back.
      if (next.ok && JSON.stringify(next.value) === JSON.stringify(document)) return;
      const done = applyEdit(store, edit, args(document));
      if (!done.ok) setUi(store, { notice: { kind: 'error', key: 'notice.refused', refusal: done.error } });
    },
  };
}

function fullRefusal<Args>(document: Scenario, edit: Edit<Args>, args: Args): Refusal | null {
  const next = tryEdit(document, edit, args);
  return next.ok ? null : next.error;
}

/** What refuses without a plan: planning thousands of partitions for an entry of a closed menu would be felt. */
function quickRefusal<Args>(document: Scenario, edit: Edit<Args>, args: Args): Refusal | null {
  const next = edit.apply(document, args);
  if (!next.ok) return next.error;
  const { keys, table, to } = next.value;
  const wrong = keys === document.keys ? null : validateKeySpec(keys);
  if (wrong !== null || to === document.to) return wrong;
  const layout = expandLayout(to, partitionNamer(table.partitionNames, table.name));
  return layout.ok ? null : layout.error;
}
