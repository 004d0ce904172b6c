import { type ReactElement, type ReactNode, useEffect, useRef } from 'react';
import { useT } from '../../i18n/useT.ts';
import type { Slide } from '../../store/presenter/slide.ts';
import { LiveRegion } from '../../ui/LiveRegion.tsx';
import { ScaleContext } from '../../ui/pixelRatio.ts';
import { useSize } from '../../ui/useSize.ts';
import { PointerLight } from './PointerLight.tsx';
import { PresenterBar } from './PresenterBar.tsx';
import styles from './PresenterView.module.css';
import { usePresenter } from './usePresenter.ts';
import { useSpeakerNotes } from './useSpeakerNotes.ts';

/** Window that a slide is laid out for, CSS px; a larger one shows it enlarged, with all its texts. */
const LAID_OUT = { width: 860, height: 540 };

export interface PresenterViewProps {
  readonly slides: readonly Slide[];
  readonly index: number;
  /** The picture of the slide, if it has one. */
  readonly children: ReactNode;
}

/** One slide over the whole window: caption, the figures of it, its picture, and a counter. */
export function PresenterView({ slides, index, children }: PresenterViewProps): ReactElement {
  const { t } = useT();
  const root = useRef<HTMLElement>(null);
  const { width, height } = useSize(root);
  const { isBlank, light, act } = usePresenter(slides.length, index);
  useSpeakerNotes(slides, index, act);
  useEffect(() => root.current?.focus(), []);
  const slide = slides[index];
  const scale = Math.max(1, Math.min(width / LAID_OUT.width, height / LAID_OUT.height));
  const spoken =
    slide === undefined
      ? t('presenter.loading')
      : `${t('presenter.slide', { slide: index + 1, count: slides.length, caption: slide.caption })}. ${slide.notes[0]}`;

  return (
    <main ref={root} tabIndex={-1} aria-label={t('presenter.region')} className={styles.presenter} data-light={light}>
      <LiveRegion message={isBlank ? t('presenter.blanked') : spoken} />
      <div className={styles.slide} style={{ zoom: scale }}>
        <ScaleContext value={scale}>
          {slide === undefined ? <p className={styles.figures}>{t('presenter.loading')}</p> : <Words slide={slide} />}
          {slide !== undefined && slide.view !== 'words' && (
            <div key={slide.view} className={styles.picture} data-view={slide.view} inert>
              {children}
            </div>
          )}
        </ScaleContext>
      </div>
      <PointerLight kind={light} />
      {isBlank && <div className={styles.blank} data-testid="blank" aria-hidden="true" />}
      {slide !== undefined && (
        <p className={styles.counter}>{t('presenter.counter', { slide: index + 1, count: slides.length })}</p>
      )}
      <PresenterBar
        light={light}
        isBlank={isBlank}
        isFirst={index <= 0}
        isLast={index >= slides.length - 1}
        act={act}
      />
    </main>
  );
}

function Words({ slide }: { readonly slide: Slide }): ReactElement {
  const isAll = slide.view === 'words';
  return (
    <header className={isAll ? styles.words : styles.caption}>
      <h1>{slide.caption}</h1>
      {(isAll ? slide.notes : slide.notes.slice(0, 1)).map((note) => (
        <p key={note} className={styles.figures}>
          {note}
        </p>
      ))}
    </header>
  );
}
