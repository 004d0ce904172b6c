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
  const facts = [...moves(before, after), ...dockIds.flatMap((id) => changesOf(id, before, after))];
  if (facts.length > 1)
    return { kind: 'arranged', panels: dockIds.flatMap((id) => (after[id].collapsed ? [] : (after[id].active ?? []))) };
  return facts[0] ?? null;
}

function moves(before: WindowLayout, after: WindowLayout): readonly LayoutChange[] {
  return panelIds.flatMap((panel): readonly LayoutChange[] => {
    const from = dockOf(before, panel);
    const dock = dockOf(after, panel);
    if (from === dock) return [];
    if (dock === null) return [{ kind: 'closed', panel }];
    return [from === null ? { kind: 'opened', panel } : { kind: 'moved', panel, dock }];
  });
}

/** What happened to a dock itself, apart from the panels that came and went, and that opened it with them. */
function changesOf(id: DockId, before: WindowLayout, after: WindowLayout): readonly LayoutChange[] {
  const was = before[id].panels.filter((panel) => after[id].panels.includes(panel));
  const is = after[id].panels.filter((panel) => before[id].panels.includes(panel));
  const changes: LayoutChange[] = [];
  const isSame = is.length === before[id].panels.length && is.length === after[id].panels.length;
  if (isSame && before[id].collapsed !== after[id].collapsed)
    changes.push({ kind: after[id].collapsed ? 'collapsed' : 'expanded', dock: id });
  const { active, panels } = after[id];
  if (active !== null && was.join() !== is.join())
    changes.push({ kind: 'reordered', panel: active, place: panels.indexOf(active) + 1, places: panels.length });
  return changes;
}
