import { parseArgs } from 'node:util';
import { type Locale, locales } from '../../src/i18n/locales.ts';
import { type Theme, themes } from '../../src/store/preferences.ts';
import type { Size } from './capture.ts';

export const sizes: readonly Size[] = [
  { width: 390, height: 844 },
  { width: 1024, height: 700 },
  { width: 1440, height: 900 },
];

/** `system` is one of the others. */
export const shownThemes: readonly Theme[] = themes.filter((theme) => theme !== 'system');
export const shownLocales: readonly Locale[] = locales.map(({ id }) => id);

/** What a picture is of; its file is named after it. */
export interface Case {
  readonly view: string;
  readonly theme: Theme;
  readonly locale: Locale;
  readonly size: Size;
}

export function nameOf({ view, theme, locale, size }: Case): string {
  return `${view}-${theme}-${locale}-${size.width}x${size.height}`;
}

/** What the command line asks for. */
export interface Wish {
  readonly isUpdate: boolean;
  /** Nothing is left out. */
  readonly isWhole: boolean;
  wants(picture: Partial<Case>): boolean;
}

/** Reads `--update --only strip,sql --theme dark --locale en,ru --width 1440`; `--only widgets` is all that begin so. */
export function readWish(args: readonly string[]): Wish {
  const list = { type: 'string', default: '' } as const;
  const { values } = parseArgs({
    args: [...args],
    options: { update: { type: 'boolean', default: false }, only: list, theme: list, locale: list, width: list },
  });
  const isIn = (names: string, name: string | undefined): boolean =>
    names === '' || name === undefined || names.split(',').includes(name);
  return {
    isUpdate: values.update,
    isWhole: [values.only, values.theme, values.locale, values.width].every((part) => part === ''),
    wants: ({ view, theme, locale, size }) =>
      (view === undefined || values.only.split(',').some((start) => view.startsWith(start))) &&
      isIn(values.theme, theme) &&
      isIn(values.locale, locale) &&
      isIn(values.width, size === undefined ? undefined : String(size.width)),
  };
}
