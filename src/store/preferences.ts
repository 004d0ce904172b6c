import * as v from 'valibot';
import { type Locale, locales } from '../i18n/locales.ts';

export const themes = ['system', 'light', 'dark', 'contrast'] as const;
export type Theme = (typeof themes)[number];

export const motions = ['system', 'less', 'full'] as const;
export type Motion = (typeof motions)[number];

/** Of the usual size of text, in per cent. */
export const textSizes = ['100', '112', '125'] as const;

/** How the reader likes the app: survives a reload, is no part of a document and never undone. A new one is a line here. */
const fields = {
  theme: v.picklist(themes),
  motion: v.picklist(motions),
  textSize: v.picklist(textSizes),
  locale: v.picklist(locales.map(({ id }) => id) as [Locale, ...Locale[]]),
};

export type Preferences = { readonly [Key in keyof typeof fields]: v.InferOutput<(typeof fields)[Key]> };

const keys = Object.keys(fields) as (keyof Preferences)[];

/** What is valid of untrusted data, each preference on its own; the others are left out. */
export function parsePreferences(data: unknown): Partial<Preferences> {
  if (typeof data !== 'object' || data === null) return {};
  const entries = keys.flatMap((key) => {
    if (!Object.hasOwn(data, key)) return [];
    const parsed = v.safeParse(fields[key], (data as Record<string, unknown>)[key]);
    return parsed.success ? [[key, parsed.output]] : [];
  });
  return Object.fromEntries(entries) as Partial<Preferences>;
}

/** The preferences among everything that is shown. */
export function pickPreferences(ui: Preferences): Preferences {
  return Object.fromEntries(keys.map((key) => [key, ui[key]])) as unknown as Preferences;
}

export function equalPreferences(a: Preferences, b: Preferences): boolean {
  return keys.every((key) => a[key] === b[key]);
}
