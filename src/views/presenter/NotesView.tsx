import { type ReactElement, useEffect, useState } from 'react';
import { useT } from '../../i18n/useT.ts';
import { presenterAction } from '../../store/presenter/keys.ts';
import type { SpeakerNotes, ToNotes } from '../../store/presenter/notes.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './NotesView.module.css';

export interface NotesViewProps {
  /** The latest that the presentation said; null before it has said anything. */
  readonly told: ToNotes | null;
  readonly onGo: (by: 1 | -1) => void;
}

/** The speaker's window: this slide and the next in words, the time, and buttons that turn the page. */
export function NotesView({ told, onGo }: NotesViewProps): ReactElement {
  const { t } = useT();
  useEffect(() => {
    function press(event: KeyboardEvent): void {
      if (event.target instanceof Element && event.target.closest('button') !== null && event.key === ' ') return;
      const action = presenterAction(event);
      if (action !== 'next' && action !== 'back') return;
      event.preventDefault();
      onGo(action === 'next' ? 1 : -1);
    }
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [onGo]);
  return (
    <main className={styles.page}>
      <h1 className={styles.heading}>{t('notes.heading')}</h1>
      {told === null && <p>{t('notes.waiting')}</p>}
      {told?.type === 'ended' && <p>{t('notes.ended')}</p>}
      {told?.type === 'notes' && <Notes notes={told.notes} onGo={onGo} />}
    </main>
  );
}

function Notes({ notes, onGo }: { readonly notes: SpeakerNotes } & Pick<NotesViewProps, 'onGo'>): ReactElement {
  const { t } = useT();
  const { slide, count, now, next, startedAt } = notes;
  return (
    <>
      <div className={styles.bar}>
        <Button
          label={t('presenter.back')}
          icon="stepBack"
          onPress={() => onGo(-1)}
          disabledReason={slide === 0 ? t('notes.first') : null}
        />
        <Button
          label={t('presenter.next')}
          icon="stepForward"
          variant="primary"
          onPress={() => onGo(1)}
          disabledReason={next === null ? t('notes.last') : null}
        />
        <p className={styles.count}>{t('presenter.counter', { slide: slide + 1, count })}</p>
        <p className={styles.time} role="timer">
          {t('notes.elapsed')} <Elapsed since={startedAt} />
        </p>
      </div>
      <section aria-label={t('notes.now')} className={styles.now}>
        <p className="section-heading">{t('notes.now')}</p>
        <h2>{now.caption}</h2>
        <ul>
          {now.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      </section>
      <section aria-label={t('notes.next')} className={styles.next}>
        <p className="section-heading">{t('notes.next')}</p>
        <h2>{next === null ? t('notes.last') : next.caption}</h2>
        {next !== null && <p>{next.notes[0]}</p>}
      </section>
    </>
  );
}

/** Minutes and seconds since a time, as on a stop watch; hours are minutes too. */
function Elapsed({ since }: { readonly since: number }): ReactElement {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.max(0, Math.floor((now - since) / 1000));
  return <>{`${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`}</>;
}
