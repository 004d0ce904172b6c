import { Activity, type ReactElement, type ReactNode, useEffect, useRef } from 'react';
import type { AppState } from '../store/state.ts';
import { useApp, useAppContext } from '../store/useApp.ts';
import { lazyView } from '../ui/lazyView.ts';
import { PanelBoundary } from './PanelBoundary.tsx';

const Presenter = lazyView(async () => (await import('./Presenter.tsx')).Presenter);

const selectPresenting = (state: AppState): boolean => state.ui.presenting !== null;

/** The window of the app, out of sight but as it was while its document is presented. */
export function Presentable({ children }: { readonly children: ReactNode }): ReactElement {
  const isPresenting = useApp(selectPresenting);
  useReturnOfFocus(isPresenting);
  return (
    <>
      <Activity mode={isPresenting ? 'hidden' : 'visible'}>{children}</Activity>
      {isPresenting && (
        <PanelBoundary>
          <Presenter />
        </PanelBoundary>
      )}
    </>
  );
}

/** Focus goes back to what had it, or to the button whose menu had it, or where that is gone to the tabs of the stage. */
function useReturnOfFocus(isPresenting: boolean): void {
  const { store } = useAppContext();
  const opener = useRef<Element | null>(null);
  useEffect(
    () =>
      store.subscribe((state, before) => {
        if (state.ui.presenting !== null && before.ui.presenting === null) opener.current = findOpener();
      }),
    [store],
  );
  useEffect(() => {
    if (isPresenting || opener.current === null) return;
    const target = opener.current.isConnected ? opener.current : document.querySelector('main [aria-selected="true"]');
    opener.current = null;
    if (target instanceof HTMLElement || target instanceof SVGElement) target.focus();
  }, [isPresenting]);
}

function findOpener(): Element | null {
  const focused = document.activeElement;
  const button = focused?.closest('[role="menu"]')?.getAttribute('aria-labelledby')?.split(' ')[0];
  return button === undefined ? focused : document.getElementById(button);
}
