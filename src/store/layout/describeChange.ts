import { type DockId, dockIds, dockOf, type PanelId, panelIds, type WindowLayout } from './windowLayout.ts';

/** What happened to the window, for those who can't see it; `dock` and `panel` are ids. */
export type LayoutChange =
  | { readonly kind: 'moved'; readonly panel: PanelId; readonly dock: DockId }
  | { readonly kind: 'opened' | 'closed'; readonly panel: PanelId }
  | { readonly kind: 'reordered'; readonly panel: PanelId; readonly place: number; readonly places: number }
  | { readonly kind: 'collapsed' | 'expanded'; readonly dock: DockId }
  | { readonly kind: 'arranged'; readonly panels: readonly PanelId[] };

/** The change from one layout to the next as one fact; null where only sizes or the choice of a tab changed. */
export function describeChange(before: WindowLayout, after: WindowLayout): LayoutChange | null {
  const moved = panelIds.filter((panel) => dockOf(before, panel) !== dockOf(after, panel));
  const toggled = dockIds.filter(
    (id) => before[id].collapsed !== after[id].collapsed && before[id].panels.length > 0 && after[id].panels.length > 0,
  );
  if (moved.length > 1 || toggled.length > 1)
    return { kind: 'arranged', panels: dockIds.flatMap((id) => (after[id].collapsed ? [] : (after[id].active ?? []))) };
  const panel = moved[0];
  if (panel !== undefined) {
    const dock = dockOf(after, panel);
    if (dock === null) return { kind: 'closed', panel };
    return dockOf(before, panel) === null ? { kind: 'opened', panel } : { kind: 'moved', panel, dock };
  }
  const dock = toggled[0];
  if (dock !== undefined) return { kind: after[dock].collapsed ? 'collapsed' : 'expanded', dock };
  const shuffled = dockIds.find((id) => before[id].panels.join() !== after[id].panels.join());
  if (shuffled === undefined) return null;
  const { active, panels } = after[shuffled];
  return active === null
    ? null
    : { kind: 'reordered', panel: active, place: panels.indexOf(active) + 1, places: panels.length };
}
