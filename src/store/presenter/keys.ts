/** What a key does in a presentation. */
export type PresenterAction =
  | 'next'
  | 'back'
  | 'first'
  | 'last'
  | 'blank'
  | 'laser'
  | 'spotlight'
  | 'notes'
  | 'fullscreen'
  | 'leave';

/** Pointers for presenters send PageDown and PageUp, and a full stop for the blank screen. */
const actions: Readonly<Record<string, PresenterAction>> = {
  PageDown: 'next',
  ArrowRight: 'next',
  ArrowDown: 'next',
  ' ': 'next',
  n: 'next',
  PageUp: 'back',
  ArrowLeft: 'back',
  ArrowUp: 'back',
  p: 'back',
  Home: 'first',
  End: 'last',
  b: 'blank',
  '.': 'blank',
  l: 'laser',
  s: 'spotlight',
  w: 'notes',
  f: 'fullscreen',
  Escape: 'leave',
};

type Key = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** The action of a key, or null; letters of another alphabet count as the Latin ones on the same keys. */
export function presenterAction({ key, code, ctrlKey, metaKey, altKey }: Key): PresenterAction | null {
  if (ctrlKey || metaKey || altKey) return null;
  const isOther = /^\p{Letter}$/u.test(key) && !/^[a-z]$/i.test(key);
  const letter = isOther ? code.replace('Key', '') : key;
  return actions[letter.length === 1 ? letter.toLowerCase() : letter] ?? null;
}
