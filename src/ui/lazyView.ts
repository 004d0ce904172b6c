import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import { loadTexts } from '../i18n/i18n.ts';

/** A view that arrives when it is first shown, and with it the texts that the first picture does without. */
export function lazyView<P>(load: () => Promise<ComponentType<P>>): LazyExoticComponent<ComponentType<P>> {
  return lazy(async () => {
    const [view] = await Promise.all([load(), loadTexts()]);
    return { default: view };
  });
}
