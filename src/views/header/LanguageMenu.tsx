import type { ReactElement } from 'react';
import { locales } from '../../i18n/locales.ts';
import { useT } from '../../i18n/useT.ts';
import { setUi } from '../../store/createAppStore.ts';
import { useAppContext } from '../../store/useApp.ts';
import { MenuButton } from '../../ui/MenuButton.tsx';

/** The languages by their own names. */
export function LanguageMenu(): ReactElement {
  const { t, locale } = useT();
  const { store } = useAppContext();
  const entries = locales.map(({ id, name }) => ({
    id,
    label: name,
    checked: id === locale,
    onAction: () => setUi(store, { locale: id }),
  }));
  return (
    <MenuButton label={t('language.label')} icon="language" groups={[{ id: 'languages', choice: 'one', entries }]} />
  );
}
