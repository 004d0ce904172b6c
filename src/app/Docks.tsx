import { type ReactElement, type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import { setUi } from '../store/createAppStore.ts';
import { changeLayout } from '../store/layout/changeLayout.ts';
import { fitLayout, resizeFitted } from '../store/layout/fitLayout.ts';
import { type DockId, movePanel, type PanelId, type WindowLayout } from '../store/layout/windowLayout.ts';
import type { AppState, WindowSize } from '../store/state.ts';
import { useApp, useAppContext } from '../store/useApp.ts';
import { NARROW, useMedia } from '../ui/useMedia.ts';
import styles from './Docks.module.css';
import { DockView } from './DockView.tsx';
import { DropZones } from './DropZones.tsx';
import { LayoutAnnouncer } from './LayoutAnnouncer.tsx';
import { NarrowPanels } from './NarrowPanels.tsx';
import { useTabDrag } from './useTabDrag.ts';

const selectLayout = (state: AppState): WindowLayout => state.ui.layout;
const selectFocusPanel = (state: AppState): PanelId | null => state.ui.focusPanel;
const selectWindowSize = (state: AppState): WindowSize => state.ui.windowSize;

/** The stage with the docks around it; in a narrow window with all panels below it. */
export function Docks({ children }: { readonly children: ReactNode }): ReactElement {
  const { store } = useAppContext();
  const layout = useApp(selectLayout);
  const { width, height } = useApp(selectWindowSize);
  const isNarrow = useMedia(NARROW);
  const root = useRef<HTMLDivElement>(null);
  useWindowSize();
  useFocusPanel(root);
  const { drag, onPointerDown } = useTabDrag(root, ({ panel, dock, index }) => {
    changeLayout(store, (now) => movePanel(now, panel, dock, index));
    setUi(store, { focusPanel: panel });
  });
  const sizes = fitLayout(layout, width, height);
  const dockView = (id: DockId): ReactElement => (
    <DockView
      id={id}
      dock={layout[id]}
      size={sizes[id].size}
      max={sizes[id].max}
      onResize={(size) => changeLayout(store, (now) => resizeFitted(now, sizes, id, size))}
    />
  );
  return (
    <div ref={root} className={styles.docks} data-dragging={drag !== null} onPointerDownCapture={onPointerDown}>
      {!isNarrow && dockView('left')}
      {children}
      {!isNarrow && dockView('bottom')}
      {!isNarrow && dockView('right')}
      {isNarrow && <NarrowPanels layout={layout} />}
      {drag !== null && <DropZones drag={drag} />}
      <LayoutAnnouncer layout={layout} />
    </div>
  );
}

/** Keeps the size of the window in the store, where the commands that resize docks look it up. */
function useWindowSize(): void {
  const { store } = useAppContext();
  useLayoutEffect(() => {
    const measure = (): void => {
      const { innerWidth: width, innerHeight: height } = window;
      const { windowSize } = store.getState().ui;
      if (windowSize.width !== width || windowSize.height !== height) setUi(store, { windowSize: { width, height } });
    };
    measure();
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, [store]);
}

/** Puts the focus on a panel's tab once it is asked for, and the layout that takes the old tab away is drawn. */
function useFocusPanel(root: { readonly current: HTMLElement | null }): void {
  const { store } = useAppContext();
  const panel = useApp(selectFocusPanel);
  useEffect(() => {
    if (panel === null) return;
    // The menu that asked gives the focus back to its button first.
    const frame = requestAnimationFrame(() => {
      const dock = root.current?.querySelector(`[data-panel="${panel}"]`);
      const target = dock?.querySelector<HTMLElement>('[role="tab"][aria-selected="true"], :scope > button');
      target?.focus();
      setUi(store, { focusPanel: null });
    });
    return () => cancelAnimationFrame(frame);
  }, [store, panel, root]);
}
