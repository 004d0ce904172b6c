import { useEffect, useState } from 'react';
import type { PresenterAction } from '../../store/presenter/keys.ts';
import { notesOf } from '../../store/presenter/notes.ts';
import type { Slide } from '../../store/presenter/slide.ts';
import type { AppState } from '../../store/state.ts';
import { useApp, useAppContext } from '../../store/useApp.ts';

const selectTheme = (state: AppState): AppState['ui']['theme'] => state.ui.theme;
const selectLocale = (state: AppState): AppState['ui']['locale'] => state.ui.locale;

/** Keeps the window of the notes on the slide that is shown, and does what it asks for. */
export function useSpeakerNotes(slides: readonly Slide[], index: number, act: (action: PresenterAction) => void): void {
  const { room } = useAppContext().services;
  const theme = useApp(selectTheme);
  const locale = useApp(selectLocale);
  const [startedAt] = useState(() => Date.now());
  useEffect(() => {
    const tell = (): void => {
      if (slides[index] === undefined) return;
      room.tellNotes({ type: 'notes', notes: notesOf(slides, index, { startedAt, locale, theme }) });
    };
    tell();
    return room.onNotes((message) => {
      if (message.type === 'ready') tell();
      else act(message.by === 1 ? 'next' : 'back');
    });
  }, [room, slides, index, startedAt, locale, theme, act]);
  useEffect(() => () => room.tellNotes({ type: 'ended' }), [room]);
}
