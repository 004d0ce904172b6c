import { isLocale, matchLocale } from '../i18n/locales.ts';
import { themes } from '../store/preferences.ts';
import type { FromNotes, NotesLook, ToNotes } from '../store/presenter/notes.ts';
import type { Room } from '../store/services.ts';

const NOTES = 'notes';
const LANGUAGE = 'lang';
const THEME = 'theme';

/** What the address of a window of notes says. */
export interface NotesAddress extends NotesLook {
  /** The number of the presentation that it is for. */
  readonly id: string;
}

/** The channel between a presentation and its notes; the number keeps two presentations apart. */
export function notesChannel(id: string): BroadcastChannel {
  return new BroadcastChannel(`shardscope-notes-${id}`);
}

/** Null in a window of the app itself. */
export function notesAddress(search: string): NotesAddress | null {
  const params = new URLSearchParams(search);
  const id = params.get(NOTES);
  if (id === null) return null;
  const language = params.get(LANGUAGE) ?? '';
  return {
    id,
    locale: isLocale(language) ? language : matchLocale(navigator.languages),
    theme: themes.find((theme) => theme === params.get(THEME)) ?? 'system',
  };
}

/** The real screen, and the second window at `?notes=...`: a page of this app, so that its scripts and styles are allowed. */
export function createRoom(): Room {
  const id = String(Date.now());
  let channel: BroadcastChannel | null = null;
  return {
    async enterFullscreen() {
      try {
        await document.documentElement.requestFullscreen({ navigationUI: 'hide' });
        return true;
      } catch {
        return false;
      }
    },
    async leaveFullscreen() {
      if (document.fullscreenElement !== null) await document.exitFullscreen();
    },
    isFullscreen: () => document.fullscreenElement != null,
    onFullscreenEnd(listener) {
      const look = (): void => {
        if (document.fullscreenElement === null) listener();
      };
      document.addEventListener('fullscreenchange', look);
      return () => document.removeEventListener('fullscreenchange', look);
    },
    openNotes({ locale, theme }) {
      const search = new URLSearchParams({ [NOTES]: id, [LANGUAGE]: locale, [THEME]: theme });
      const url = `${window.location.pathname}?${search}`;
      const opened = window.open(url, `shardscope-notes-${id}`, 'popup,width=880,height=640');
      opened?.focus();
      return opened !== null;
    },
    tellNotes(message: ToNotes) {
      channel ??= notesChannel(id);
      channel.postMessage(message);
    },
    onNotes(listener) {
      channel ??= notesChannel(id);
      const hear = (event: MessageEvent<FromNotes>): void => listener(event.data);
      channel.addEventListener('message', hear);
      const own = channel;
      return () => own.removeEventListener('message', hear);
    },
  };
}
