import type { FromNotes, ToNotes } from '../store/presenter/notes.ts';
import type { Room } from '../store/services.ts';

const NOTES = 'notes';

/** The channel between a presentation and its notes; the number keeps two presentations apart. */
export function notesChannel(id: string): BroadcastChannel {
  return new BroadcastChannel(`shardscope-notes-${id}`);
}

/** The number of the presentation whose notes this window is for; null in a window of the app itself. */
export function notesId(search: string): string | null {
  return new URLSearchParams(search).get(NOTES);
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
    openNotes() {
      const url = `${window.location.pathname}?${NOTES}=${id}`;
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
