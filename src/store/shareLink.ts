import { currentLocale } from '../i18n/i18n.ts';
import { encodeLink } from './link.ts';
import type { AppState } from './state.ts';

/** What a link holds beside the scenario. */
export interface ShareOptions {
  readonly view: boolean;
  readonly lang: boolean;
  readonly place: boolean;
}

export interface ShareLink {
  readonly text: string;
  /** Longer than many mail and chat programs keep whole: a file is the better way. */
  readonly isLong: boolean;
}

/** Characters of an address that get through nearly everywhere. */
export const LONG_LINK = 8000;

/** The scenario as an address. address: of the app with another hash. */
export function shareLink(
  { document, playback, ui }: AppState,
  address: (hash: string) => string,
  { view, lang, place }: ShareOptions,
): ShareLink {
  const text = address(
    encodeLink({
      scenario: document,
      t: place ? playback.t : null,
      ...(view && { view: ui.stageView }),
      ...(lang && { lang: currentLocale() }),
    }),
  );
  return { text, isLong: text.length > LONG_LINK };
}
