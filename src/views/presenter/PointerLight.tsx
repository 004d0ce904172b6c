import { type ReactElement, useEffect, useRef } from 'react';
import styles from './PresenterView.module.css';
import type { Light } from './usePresenter.ts';

/** A dot at the pointer or the finger, or a light that leaves the rest in the dark. Moved without rendering anything. */
export function PointerLight({ kind }: { readonly kind: Light }): ReactElement | null {
  const light = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (kind === 'none') return;
    const follow = ({ clientX, clientY }: PointerEvent): void => {
      light.current?.style.setProperty('translate', `${clientX}px ${clientY}px`);
    };
    window.addEventListener('pointermove', follow);
    window.addEventListener('pointerdown', follow);
    return () => {
      window.removeEventListener('pointermove', follow);
      window.removeEventListener('pointerdown', follow);
    };
  }, [kind]);
  return kind === 'none' ? null : <div ref={light} className={styles[kind]} data-testid={kind} aria-hidden="true" />;
}
