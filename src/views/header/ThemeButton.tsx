import { type ReactElement, useSyncExternalStore } from 'react';
import { useT } from '../../i18n/useT.ts';
import { setUi } from '../../store/createAppStore.ts';
import type { Theme } from '../../store/preferences.ts';
import type { AppState } from '../../store/state.ts';
import { useApp, useAppContext } from '../../store/useApp.ts';
import { IconButton } from '../../ui/IconButton.tsx';

const selectTheme = (state: AppState): Theme => state.ui.theme;
const dark = (): MediaQueryList => window.matchMedia('(prefers-color-scheme: dark)');

function onSystemTheme(listener: () => void): () => void {
  const query = dark();
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

/** One press for the other theme; "as the system" is in the View menu. */
export function ThemeButton(): ReactElement {
  const { t } = useT();
  const { store } = useAppContext();
  const theme = useApp(selectTheme);
  const systemIsDark = useSyncExternalStore(onSystemTheme, () => dark().matches);
  const isDark = theme === 'dark' || (theme === 'system' && systemIsDark);
  return (
    <IconButton
      label={t('theme.switch')}
      icon={isDark ? 'sun' : 'moon'}
      onPress={() => setUi(store, { theme: isDark ? 'light' : 'dark' })}
    />
  );
}
