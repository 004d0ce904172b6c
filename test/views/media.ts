const listeners = new Map<string, Set<(event: MediaQueryListEvent) => void>>();
const matching = new Set<string>();

/** Makes a media query match or not, e.g. `(prefers-reduced-motion: reduce)`, and tells those who listen. */
export function setMedia(query: string, matches: boolean): void {
  if (matches) matching.add(query);
  else matching.delete(query);
  const event = { matches, media: query } as MediaQueryListEvent;
  for (const listener of listeners.get(query) ?? []) listener(event);
}

/** Forgets every query and listener. */
export function resetMedia(): void {
  listeners.clear();
  matching.clear();
}

/** Stands in for window.matchMedia, which jsdom lacks: no query matches until setMedia says so. */
export function fakeMatchMedia(query: string): MediaQueryList {
  const own = listeners.get(query) ?? new Set();
  listeners.set(query, own);
  const add = (listener: unknown): void => void own.add(listener as (event: MediaQueryListEvent) => void);
  const remove = (listener: unknown): void => void own.delete(listener as (event: MediaQueryListEvent) => void);
  return {
    get matches() {
      return matching.has(query);
    },
    media: query,
    onchange: null,
    addListener: add,
    removeListener: remove,
    addEventListener: (_type: string, listener: unknown) => add(listener),
    removeEventListener: (_type: string, listener: unknown) => remove(listener),
    dispatchEvent: () => true,
  } as MediaQueryList;
}
