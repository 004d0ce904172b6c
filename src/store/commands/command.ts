import type { Format } from '../../i18n/format.ts';
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

/** Menus of the bar on top. */
export type BarMenuId = 'file' | 'edit' | 'view' | 'plan' | 'help';
/** Menus of one thing, at that thing. */
export type TargetMenuId = 'partition' | 'panel';
export type MenuId = BarMenuId | TargetMenuId;

export interface CommandText {
  readonly key: TextKey;
  readonly params?: TextParams;
  /** Params that are texts themselves, as the names of panels. */
  readonly names?: Readonly<Record<string, TextKey>>;
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
  /** What the menu of its target calls it, which is headed by the target's name. */
  readonly shortLabel?: CommandText;
  /** What it would give, in figures or names, as far as that is known by now. */
  readonly hint?: (state: AppState, format: Format) => string | undefined;
  /** In tinykeys' notation, e.g. `$mod+Z`; the first is the one that menus show. */
  readonly keys: readonly string[];
  /** Why it can't run now, in our words or in those of the edit behind it; null when it can. */
  readonly refusal: (state: AppState) => CommandText | Refusal | null;
  /** Present for commands that switch something: whether it is on. */
  readonly checked?: (state: AppState) => boolean;
  /** For switches of a group of which several can be on at once. */
  readonly several?: true;
  /** For what one asks for several times in a row: its menu stays open. */
  readonly repeats?: true;
  readonly run: (context: CommandContext) => void | Promise<void>;
}

export function text(key: TextKey, params?: TextParams): CommandText {
  return params === undefined ? { key } : { key, params };
}

/** A text about things that are named by texts. */
export function textOf(key: TextKey, names: Readonly<Record<string, TextKey>>): CommandText {
  return { key, names };
}

export function always(): null {
  return null;
}
