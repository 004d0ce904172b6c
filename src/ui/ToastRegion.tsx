import { type ReactElement, useEffect, useState, useSyncExternalStore } from 'react';
import { Button } from './Button.tsx';
import { cx } from './cx.ts';
import { IconButton } from './IconButton.tsx';
import { IconGlyph } from './icons.tsx';
import styles from './ToastRegion.module.css';
import type { QueuedToast, ToastQueue } from './toastQueue.ts';

export interface ToastRegionProps {
  readonly queue: ToastQueue;
  /** Name of the region. */
  readonly label: string;
  readonly closeLabel: string;
  /** Milliseconds until a message without error or action leaves; the pointer or the focus on it stops the clock. */
  readonly duration?: number;
}

const toneIcons = { info: 'info', ok: 'check', error: 'warning' } as const;

/** Messages at the lower edge, read out politely; Escape closes the latest. Mount it once; it must exist before the first message. */
export function ToastRegion({ queue, label, closeLabel, duration = 6000 }: ToastRegionProps): ReactElement {
  const toasts = useSyncExternalStore(queue.subscribe, queue.getToasts);
  const latest = toasts.at(-1)?.id;
  useEffect(() => {
    if (latest === undefined) return;
    // Windows and menus that are open take Escape first, and keep it.
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented) queue.close(latest);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [latest, queue]);
  return (
    <section className={styles.region} data-region="messages" aria-label={label}>
      <ol className={styles.list} aria-live="polite" aria-relevant="additions">
        {toasts.map((toast) => (
          <Toast key={toast.id} toast={toast} queue={queue} closeLabel={closeLabel} duration={duration} />
        ))}
      </ol>
    </section>
  );
}

interface ToastProps {
  readonly toast: QueuedToast;
  readonly queue: ToastQueue;
  readonly closeLabel: string;
  readonly duration: number;
}

function Toast({ toast, queue, closeLabel, duration }: ToastProps): ReactElement {
  const [isHeld, setHeld] = useState(false);
  const { id, text, tone, action } = toast;
  const leaves = tone !== 'error' && action === undefined && !isHeld;
  useEffect(() => {
    if (!leaves) return;
    const timer = setTimeout(() => queue.close(id), duration);
    return () => clearTimeout(timer);
  }, [leaves, queue, id, duration]);
  return (
    <li
      className={cx(styles.toast, styles[tone])}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span className={styles.icon}>
        <IconGlyph name={toneIcons[tone]} />
      </span>
      <span className={styles.text}>{text}</span>
      {action !== undefined && (
        <Button
          label={action.label}
          onPress={() => {
            queue.close(id);
            action.onAction();
          }}
        />
      )}
      <IconButton label={closeLabel} icon="close" onPress={() => queue.close(id)} />
    </li>
  );
}
