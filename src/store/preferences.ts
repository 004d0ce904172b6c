import * as v from 'valibot';
import { type Locale, locales } from '../i18n/locales.ts';
import { normaliseLayout } from './layout/normaliseLayout.ts';
import { normaliseLayouts, type OwnLayout } from './layout/ownLayouts.ts';
import type { WindowLayout } from './layout/windowLayout.ts';

export const themes = ['system', 'light', 'dark', 'contrast'] as const;
export type Theme = (typeof themes)[number];

/** Most commands that the palette remembers. */
export const MAX_RECENT = 8;
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
  layout: v.pipe(
    v.looseObject({}),
    v.transform((data): WindowLayout => normaliseLayout(data)),
  ),
  layouts: v.pipe(
    v.array(v.unknown()),
    v.transform((data): readonly OwnLayout[] => normaliseLayouts(data)),
  ),
  /** Ids of the commands last run from the palette, the latest first. */
  recentCommands: v.pipe(v.array(v.pipe(v.string(), v.maxLength(40))), v.maxLength(MAX_RECENT), v.readonly()),
  /** Whether keys without Ctrl or Cmd, such as `/`, run commands. */
  singleKeys: v.boolean(),
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

/** The list after one more run; the same list when nothing changes. */
export function addRecent(recent: readonly string[], id: string): readonly string[] {
  return recent[0] === id ? recent : [id, ...recent.filter((other) => other !== id)].slice(0, MAX_RECENT);
}

/** Values are replaced, never changed, so that another list is a change. */
export function equalPreferences(a: Preferences, b: Preferences): boolean {
  return keys.every((key) => a[key] === b[key]);
}
