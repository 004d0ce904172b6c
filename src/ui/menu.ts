/** Plain data of a menu; the widgets MenuBar and MenuButton show it. */
export interface MenuEntry {
  readonly id: string;
  readonly label: string;
  /** Keys that do the same, as text for the reader's platform: "Ctrl+Z". */
  readonly shortcut?: string | undefined;
  /** Why it can't be chosen now; shown as a second line. The entry stays reachable by keyboard. */
  readonly disabledReason?: string | null | undefined;
  /** Defined for an entry that is on or off. */
  readonly checked?: boolean | undefined;
  /** Leaves the menu open, to be chosen again. */
  readonly staysOpen?: boolean | undefined;
  readonly onAction: () => void;
}

/** Entries that belong together, between separators; `choice` says whether one or several of them are checked. */
export interface MenuGroup {
  readonly id: string;
  readonly heading?: string | undefined;
  readonly choice?: 'one' | 'many' | undefined;
  readonly entries: readonly MenuEntry[];
}

export interface MenuDefinition {
  readonly id: string;
  readonly label: string;
  readonly groups: readonly MenuGroup[];
}
