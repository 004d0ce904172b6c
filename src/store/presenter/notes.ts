import type { Locale } from '../../i18n/locales.ts';
import type { Theme } from '../preferences.ts';
import type { Slide } from './slide.ts';

type Words = Pick<Slide, 'caption' | 'notes'>;

/** What the speaker's window has of the main one from its first moment. */
export interface NotesLook {
  readonly locale: Locale;
  readonly theme: Theme;
}

/** What the speaker's window shows, in the words of the main one. */
export interface SpeakerNotes extends NotesLook {
  /** 0-based. */
  readonly slide: number;
  readonly count: number;
  readonly now: Words;
  readonly next: Words | null;
  /** When the presentation began, milliseconds since 1970. */
  readonly startedAt: number;
}

/** Main window -> notes. */
export type ToNotes = { readonly type: 'notes'; readonly notes: SpeakerNotes } | { readonly type: 'ended' };

/** Notes -> main window: the window is ready, or asks for another slide. */
export type FromNotes = { readonly type: 'ready' } | { readonly type: 'go'; readonly by: 1 | -1 };

export function notesOf(
  slides: readonly Slide[],
  slide: number,
  rest: Pick<SpeakerNotes, 'startedAt' | 'locale' | 'theme'>,
): SpeakerNotes {
  const words = ({ caption, notes }: Slide): Words => ({ caption, notes });
  const next = slides[slide + 1];
  return {
    slide,
    count: slides.length,
    now: words(slides[slide]!),
    next: next === undefined ? null : words(next),
    ...rest,
  };
}
