import type { TextKey, TextParams } from '../../i18n/i18n.ts';
import type { AppStore } from '../createAppStore.ts';
import type { Refusal } from '../edits/edit.ts';
import type { Comparing } from '../effects/comparing.ts';
import type { Counting } from '../effects/counting.ts';
import type { Verifier } from '../effects/verification.ts';
import type { Services } from '../services.ts';
import type { AppState } from '../state.ts';

export interface CommandContext {
  readonly store: AppStore;
  readonly services: Services;
  readonly verifier: Verifier;
  readonly counting: Counting;
  readonly comparing: Comparing;
}

export type MenuId = 'file' | 'edit' | 'view' | 'plan' | 'help';

export interface CommandText {
  readonly key: TextKey;
  readonly params?: TextParams;
}

/** One thing a reader can ask for. Menus, palette, shortcuts and their sheet are drawn from the list in commands.ts. */
export interface Command {
  readonly id: string;
  readonly menu: MenuId;
  /** False for what the menu leaves to the palette and to buttons, so that it stays short. */
  readonly inMenu?: false;
  /** Commands of a menu with the same group number stand together. */
  readonly group: number;
  readonly label: (state: AppState) => CommandText;
  /** In tinykeys' notation, e.g. `$mod+Z`; the first is the one that menus show. */
  readonly keys: readonly string[];
  /** Why it can't run now, in our words or in those of the edit behind it; null when it can. */
  readonly refusal: (state: AppState) => CommandText | Refusal | null;
  /** Present for commands that switch something: whether it is on. */
  readonly checked?: (state: AppState) => boolean;
  /** For switches of a group of which several can be on at once. */
  readonly several?: true;
  readonly run: (context: CommandContext) => void | Promise<void>;
}

export function text(key: TextKey, params?: TextParams): CommandText {
  return params === undefined ? { key } : { key, params };
}

export function always(): null {
  return null;
}
