import { type Locale, locales } from '../../i18n/locales.ts';
import { setUi } from '../createAppStore.ts';
import { always, type Command, text } from './command.ts';

/** The header has a menu of its own for these. */
function languageCommand(id: Locale): Command {
  const { name } = locales.find((locale) => locale.id === id)!;
  return {
    id: `language-${id}`,
    menu: 'view',
    inMenu: false,
    group: 3,
    label: () => text('command.language', { name }),
    keys: [],
    refusal: always,
    checked: ({ ui }) => ui.locale === id,
    run: ({ store }) => setUi(store, { locale: id }),
  };
}

export const english = languageCommand('en');
export const chinese = languageCommand('zh');
export const russian = languageCommand('ru');
