import { useCallback, useEffect, useRef, useState } from 'react';
import { setUi } from '../../store/createAppStore.ts';
import { type PresenterAction, presenterAction } from '../../store/presenter/keys.ts';
import { useAppContext } from '../../store/useApp.ts';

/** What follows the pointer. */
export type Light = 'none' | 'laser' | 'spotlight';

export interface PresenterState {
  readonly isBlank: boolean;
  readonly light: Light;
  readonly act: (action: PresenterAction) => void;
}

/** Buttons that have the focus keep these keys; every other key belongs to the presentation. */
const BUTTON_KEYS: ReadonlySet<string> = new Set([' ', 'Enter']);

/** Controls, messages and windows over the slide: a click on them is theirs. */
const CONTROLS = 'button, [role="group"], [role="alertdialog"], [role="dialog"]';

/** What a presentation does, and the keys that make it. */
export function usePresenter(count: number, index: number): PresenterState {
  const { store, services } = useAppContext();
  const { room } = services;
  const [isBlank, setBlank] = useState(false);
  const [light, setLight] = useState<Light>('none');
  /** The full screen is about to end because of something else than Esc, and the presentation goes on without it. */
  const isEndExpected = useRef(false);

  const leave = useCallback(() => {
    setUi(store, { presenting: null });
    void room.leaveFullscreen();
  }, [store, room]);

  const act = useCallback(
    (action: PresenterAction): void => {
      const show = (slide: number): void => {
        setBlank(false);
        setUi(store, { presenting: { slide: Math.max(0, Math.min(count - 1, slide)) } });
      };
      const switchLight = (wanted: Light): void => setLight((now) => (now === wanted ? 'none' : wanted));
      const refuse = (key: 'presenter.blocked' | 'presenter.noFullscreen'): void =>
        setUi(store, { notice: { kind: 'error', key } });
      const actions: Readonly<Record<PresenterAction, () => void>> = {
        next: () => show(index + 1),
        back: () => show(index - 1),
        first: () => show(0),
        last: () => show(count - 1),
        blank: () => setBlank((now) => !now),
        laser: () => switchLight('laser'),
        spotlight: () => switchLight('spotlight'),
        notes: () => {
          // Browsers leave the full screen when they open a window.
          isEndExpected.current = room.isFullscreen();
          const { locale, theme } = store.getState().ui;
          if (!room.openNotes({ locale, theme })) refuse('presenter.blocked');
        },
        fullscreen: () => {
          isEndExpected.current = room.isFullscreen();
          if (room.isFullscreen()) void room.leaveFullscreen();
          else void room.enterFullscreen().then((entered) => entered || refuse('presenter.noFullscreen'));
        },
        leave,
      };
      actions[action]();
    },
    [store, room, count, index, leave],
  );

  useEffect(() => {
    function press(event: KeyboardEvent): void {
      const isOnButton = event.target instanceof Element && event.target.closest('button') !== null;
      const action = isOnButton && BUTTON_KEYS.has(event.key) ? null : presenterAction(event);
      if (action === null) return;
      event.preventDefault();
      event.stopPropagation();
      act(action);
    }
    /** A click turns the page: back in the left third of the window, on in the right one. */
    function click({ target, clientX }: MouseEvent): void {
      if (!(target instanceof Element) || target.closest(CONTROLS) !== null) return;
      const place = clientX / window.innerWidth;
      if (place < 1 / 3) act('back');
      else if (place > 2 / 3) act('next');
    }
    window.addEventListener('keydown', press, { capture: true });
    window.addEventListener('click', click);
    return () => {
      window.removeEventListener('keydown', press, { capture: true });
      window.removeEventListener('click', click);
    };
  }, [act]);

  useEffect(
    () =>
      room.onFullscreenEnd(() => {
        // Esc in full screen never reaches the page.
        if (!isEndExpected.current) leave();
        isEndExpected.current = false;
      }),
    [room, leave],
  );

  return { isBlank, light, act };
}
