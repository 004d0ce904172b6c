import { type AppStore, setUi } from '../createAppStore.ts';
import { type PanelId, showPanel, type WindowLayout } from './windowLayout.ts';

/** Rearranges the window; no change to the document, so nothing to undo. */
export function changeLayout(store: AppStore, change: (layout: WindowLayout) => WindowLayout): void {
  const { layout } = store.getState().ui;
  const next = change(layout);
  if (next !== layout) setUi(store, { layout: next });
}

/** Brings a panel on screen, wherever it is. */
export function openPanel(store: AppStore, panel: PanelId): void {
  changeLayout(store, (layout) => showPanel(layout, panel));
}
