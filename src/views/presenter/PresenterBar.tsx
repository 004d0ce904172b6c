import { type ReactElement, useEffect, useState } from 'react';
import type { TextKey } from '../../i18n/i18n.ts';
import { useT } from '../../i18n/useT.ts';
import type { PresenterAction } from '../../store/presenter/keys.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import type { IconName } from '../../ui/icons.tsx';
import styles from './PresenterView.module.css';
import type { Light } from './usePresenter.ts';

/** How long the controls stay after the last movement, milliseconds. */
const STAY_MS = 3000;

export interface PresenterBarProps {
  readonly light: Light;
  readonly isBlank: boolean;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly act: (action: PresenterAction) => void;
}

interface Entry {
  readonly action: PresenterAction;
  readonly label: TextKey;
  readonly icon: IconName;
  readonly shortcut: string;
  readonly isPressed?: boolean;
}

/** What the keys do, as buttons: there while the pointer moves, a finger has touched, or the keyboard is among them. */
export function PresenterBar({ light, isBlank, isFirst, isLast, act }: PresenterBarProps): ReactElement {
  const { t } = useT();
  const isShown = useMovement();
  const entries: readonly Entry[] = [
    { action: 'back', label: 'presenter.back', icon: 'stepBack', shortcut: 'PageUp' },
    { action: 'next', label: 'presenter.next', icon: 'stepForward', shortcut: 'PageDown' },
    { action: 'notes', label: 'presenter.notes', icon: 'notes', shortcut: 'W' },
    { action: 'laser', label: 'presenter.laser', icon: 'laser', shortcut: 'L', isPressed: light === 'laser' },
    {
      action: 'spotlight',
      label: 'presenter.spotlight',
      icon: 'spotlight',
      shortcut: 'S',
      isPressed: light === 'spotlight',
    },
    { action: 'blank', label: 'presenter.blank', icon: 'blank', shortcut: 'B', isPressed: isBlank },
    { action: 'fullscreen', label: 'presenter.fullscreen', icon: 'fullscreen', shortcut: 'F' },
    { action: 'leave', label: 'presenter.leave', icon: 'close', shortcut: 'Esc' },
  ];
  const ends: Partial<Record<PresenterAction, boolean>> = { back: isFirst, next: isLast };
  return (
    // Not a toolbar: its arrows would walk the buttons, and here they turn the page. Each button is a stop of Tab.
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is filled in.
    <div role="group" aria-label={t('presenter.bar')} className={styles.bar} data-shown={isShown}>
      {entries.map(({ action, label, ...rest }) => (
        <IconButton
          key={action}
          {...rest}
          label={t(label)}
          {...(ends[action] === true && { disabledReason: t(action === 'next' ? 'notes.last' : 'notes.first') })}
          onPress={() => act(action)}
        />
      ))}
    </div>
  );
}

function useMovement(): boolean {
  const [isMoving, setMoving] = useState(true);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const move = (): void => {
      setMoving(true);
      clearTimeout(timer);
      timer = setTimeout(() => setMoving(false), STAY_MS);
    };
    move();
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerdown', move);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerdown', move);
    };
  }, []);
  return isMoving;
}
