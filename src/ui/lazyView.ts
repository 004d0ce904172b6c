import { type ComponentType, createElement, type ReactNode, useState, useSyncExternalStore } from 'react';
import { loadTexts } from '../i18n/i18n.ts';
import { loadLate } from './late.ts';

/** What takes the view's place until it is there; nothing when absent. */
interface Stand {
  readonly stand?: ReactNode;
}

type Arrival<P> = { readonly view: ComponentType<P> } | { readonly error: unknown };

/**
 * A view that arrives when it is first shown, and with it the texts that the first picture does without. A failure to load it
 * goes to the boundary around it; once that shows it anew, it is loaded anew. No Suspense: React puts off what that waits for
 * while an animation runs.
 */
export function lazyView<P extends object>(
  load: () => Promise<ComponentType<P>>,
  schedule: typeof loadLate = (start) => start(),
): ComponentType<P & Stand> {
  let arrival: Arrival<P> | null = null;
  let isAsked = false;
  const listeners = new Set<() => void>();

  function arrive(next: Arrival<P>): void {
    arrival = next;
    for (const listener of listeners) listener();
  }
  function ask(): void {
    if (isAsked) return;
    isAsked = true;
    schedule(() => Promise.all([load(), loadTexts()])).then(
      ([view]) => arrive({ view }),
      (error: unknown) => arrive({ error }),
    );
  }
  function forgetFailure(): void {
    if (arrival === null || !('error' in arrival)) return;
    arrival = null;
    isAsked = false;
  }
  function subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  return function LateView({ stand = null, ...props }: P & Stand): ReactNode {
    // Once when it is mounted: React renders what failed a second time before it gives up.
    useState(forgetFailure);
    ask();
    const now = useSyncExternalStore(subscribe, () => arrival);
    if (now === null) return stand;
    if ('error' in now) throw now.error;
    return createElement(now.view, props as unknown as P);
  };
}

/** The same for what is on screen from the start on: it lets the first picture go ahead. */
export function lateView<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P & Stand> {
  return lazyView(load, loadLate);
}
