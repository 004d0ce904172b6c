import type { ReactElement } from 'react';
import { locales, matchLocale } from '../../i18n/locales.ts';
import { useT } from '../../i18n/useT.ts';
import { setUi } from '../../store/createAppStore.ts';
import { motions, textSizes, themes } from '../../store/preferences.ts';
import { type AppState, initialState } from '../../store/state.ts';
import { useApp, useAppContext } from '../../store/useApp.ts';
import { Button } from '../../ui/Button.tsx';
import { Select } from '../../ui/Select.tsx';
import styles from './Dialogs.module.css';
import { SingleKeys } from './SingleKeys.tsx';

const selectTheme = (state: AppState) => state.ui.theme;
const selectMotion = (state: AppState) => state.ui.motion;
const selectTextSize = (state: AppState) => state.ui.textSize;
const selectLocale = (state: AppState) => state.ui.locale;

/** How the reader likes the app. Every choice takes effect at once and survives a reload. */
export function Settings(): ReactElement {
  const { t, format } = useT();
  const { store } = useAppContext();
  const reset = (): void => {
    const { theme, motion, textSize, singleKeys } = initialState.ui;
    setUi(store, { theme, motion, textSize, singleKeys, locale: matchLocale(navigator.languages) });
  };
  return (
    <div className={styles.settings}>
      <Select
        label={t('settings.theme')}
        options={themes.map((id) => ({ id, label: t(`theme.${id}`) }))}
        value={useApp(selectTheme)}
        onSelect={(theme) => setUi(store, { theme })}
      />
      <Select
        label={t('settings.textSize')}
        options={textSizes.map((id) => ({ id, label: format.percent(Number(id), 100, 0) }))}
        value={useApp(selectTextSize)}
        onSelect={(textSize) => setUi(store, { textSize })}
      />
      <p>{t('settings.textSizeHelp')}</p>
      <Select
        label={t('settings.motion')}
        options={motions.map((id) => ({ id, label: t(`settings.motions.${id}`) }))}
        value={useApp(selectMotion)}
        onSelect={(motion) => setUi(store, { motion })}
      />
      <p>{t('settings.motionHelp')}</p>
      <Select
        label={t('language.label')}
        options={locales.map(({ id, name }) => ({ id, label: name }))}
        value={useApp(selectLocale)}
        onSelect={(locale) => setUi(store, { locale })}
      />
      <p>{t('settings.numbers', { number: format.decimal(66_816.5, 1), size: format.bytes(1.5e9) })}</p>
      <SingleKeys />
      <Button label={t('settings.reset')} onPress={reset} />
    </div>
  );
}
