import { type ReactElement, useEffect, useState } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { changeLocale } from '../i18n/i18n.ts';
import { useT } from '../i18n/useT.ts';
import type { FromNotes, ToNotes } from '../store/presenter/notes.ts';
import { NotesView } from '../views/presenter/NotesView.tsx';
import { wearTheme } from './look.ts';
import { notesChannel } from './room.ts';

/** The speaker's window: shows what the presentation tells it, and asks it for other slides. */
export function NotesWindow({ id }: { readonly id: string }): ReactElement {
  const { t, locale } = useT();
  const [told, setTold] = useState<ToNotes | null>(null);
  const [channel, setChannel] = useState<BroadcastChannel | null>(null);
  useEffect(() => {
    const opened = notesChannel(id);
    opened.onmessage = ({ data }: MessageEvent<ToNotes>) => {
      setTold(data);
      if (data.type !== 'notes') return;
      void changeLocale(data.notes.locale);
      wearTheme(data.notes.theme);
    };
    setChannel(opened);
    opened.postMessage({ type: 'ready' } satisfies FromNotes);
    return () => opened.close();
  }, [id]);
  useEffect(() => {
    document.title = t('notes.title');
    document.documentElement.lang = locale;
  }, [t, locale]);
  return (
    <I18nProvider locale={locale}>
      <NotesView told={told} onGo={(by) => channel?.postMessage({ type: 'go', by } satisfies FromNotes)} />
    </I18nProvider>
  );
}
