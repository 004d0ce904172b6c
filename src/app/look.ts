import type { AppStore } from '../store/createAppStore.ts';
import type { Preferences, Theme } from '../store/preferences.ts';

const moreContrast = (): MediaQueryList => window.matchMedia('(prefers-contrast: more)');

/** The theme of the root element, which tokens.css goes by. */
export function wearTheme(theme: Theme): void {
  const worn = theme === 'system' && moreContrast().matches ? 'contrast' : theme;
  const root = document.documentElement;
  root.toggleAttribute('data-theme', worn !== 'system');
  if (worn !== 'system') root.dataset.theme = worn;
}

/** Attributes of the root element, which tokens.css, global.css and reducedMotion.ts go by. */
function wear({ theme, motion, textSize }: Preferences): void {
  wearTheme(theme);
  const root = document.documentElement;
  root.toggleAttribute('data-motion', motion !== 'system');
  if (motion !== 'system') root.dataset.motion = motion;
  root.dataset.textSize = textSize;
}

/** Theme, motion and size of text as the reader likes them, now and after every change; call it before the first frame. */
export function startLook(store: AppStore): void {
  const apply = (): void => wear(store.getState().ui);
  apply();
  moreContrast().addEventListener('change', apply);
  store.subscribe((state, before) => {
    if (state.ui !== before.ui) apply();
  });
}
