import type { AppStore } from '../store/createAppStore.ts';
import type { Preferences } from '../store/preferences.ts';

/** Attributes of the root element, which tokens.css, global.css and reducedMotion.ts go by. */
function wear({ theme, motion, textSize }: Preferences, moreContrast: boolean): void {
  const worn = theme === 'system' && moreContrast ? 'contrast' : theme;
  const root = document.documentElement;
  root.toggleAttribute('data-theme', worn !== 'system');
  root.toggleAttribute('data-motion', motion !== 'system');
  if (worn !== 'system') root.dataset.theme = worn;
  if (motion !== 'system') root.dataset.motion = motion;
  root.dataset.textSize = textSize;
}

/** Theme, motion and size of text as the reader likes them, now and after every change; call it before the first frame. */
export function startLook(store: AppStore): void {
  const query = window.matchMedia('(prefers-contrast: more)');
  const apply = (): void => wear(store.getState().ui, query.matches);
  apply();
  query.addEventListener('change', apply);
  store.subscribe((state, before) => {
    if (state.ui !== before.ui) apply();
  });
}
