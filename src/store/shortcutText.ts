/** A shortcut in tinykeys' notation as this platform writes it: `$mod+Shift+Z` is ⌘⇧Z or Ctrl+Shift+Z. */
export function shortcutText(keys: string, isMac: boolean): string {
  const names = isMac ? mac : other;
  const parts = keys.split('+').map((part) => names[part] ?? (part.length === 1 ? part.toUpperCase() : part));
  return parts.join(isMac ? '' : '+');
}

const arrows = { ArrowLeft: '←', ArrowRight: '→', ArrowUp: '↑', ArrowDown: '↓', Enter: '↵' };
const mac: Readonly<Record<string, string>> = { ...arrows, $mod: '⌘', Shift: '⇧', Alt: '⌥' };
const other: Readonly<Record<string, string>> = { ...arrows, Enter: 'Enter', $mod: 'Ctrl' };

/** Whether this machine writes its shortcuts the Mac way. */
export const isMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform);

/**
 * Whether these keys may be typed by mistake, by voice or by a trembling hand: no Ctrl, Cmd or Alt, and no function key.
 * The reader can turn them off, as WCAG 2.1.4 asks.
 */
export function isSingleKey(keys: string): boolean {
  return !/\$mod|Control|Meta|Alt|F\d/.test(keys);
}
