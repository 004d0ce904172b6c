/** Everything that can be put into a dock, in the order of a fresh window. */
export const panelIds = ['scenario', 'sql', 'steps', 'verify', 'inspect'] as const;
export type PanelId = (typeof panelIds)[number];

/** The places around the stage. */
export const dockIds = ['left', 'right', 'bottom'] as const;
export type DockId = (typeof dockIds)[number];

export interface Dock {
  /** In the order of their tabs. */
  readonly panels: readonly PanelId[];
  /** The one on screen; null only where there is no panel. */
  readonly active: PanelId | null;
  /** Width, of the bottom dock height, in whole CSS px. */
  readonly size: number;
  /** Only a bar with the names of its panels is left. */
  readonly collapsed: boolean;
}

/**
 * Which panels are where around the stage. A panel stands in one dock or, closed, in none. `front` is the one that was
 * shown last: where there is room for one panel only, it is this one.
 */
export interface WindowLayout extends Readonly<Record<DockId, Dock>> {
  readonly front: PanelId | null;
}

/** Least and largest size of each dock, and the one it gets at first and when it is reset, in CSS px. */
export const dockSizes = {
  left: { min: 200, max: 640, usual: 268 },
  right: { min: 240, max: 900, usual: 372 },
  bottom: { min: 120, max: 900, usual: 240 },
} as const satisfies Readonly<Record<DockId, { readonly min: number; readonly max: number; readonly usual: number }>>;

/** Where a panel opens that was closed. */
export function homeOf(panel: PanelId): DockId {
  return panel === 'scenario' ? 'left' : 'right';
}

export function dockOf(layout: WindowLayout, panel: PanelId): DockId | null {
  return dockIds.find((id) => layout[id].panels.includes(panel)) ?? null;
}

/** Whether the panel's content is on screen, where there is room for docks. */
export function isShown(layout: WindowLayout, panel: PanelId): boolean {
  return dockIds.some((id) => layout[id].active === panel && !layout[id].collapsed);
}

/** Panels of all docks, from left to right and then below. */
export function openPanels(layout: WindowLayout): readonly PanelId[] {
  return dockIds.flatMap((id) => layout[id].panels);
}

/** Brings a panel on screen: opens it if it was closed, and the dock if that was collapsed. */
export function showPanel(layout: WindowLayout, panel: PanelId): WindowLayout {
  const dock = dockOf(layout, panel);
  if (dock === null) return movePanel(layout, panel, homeOf(panel));
  if (layout.front === panel && isShown(layout, panel)) return layout;
  return { ...layout, [dock]: { ...layout[dock], active: panel, collapsed: false }, front: panel };
}

/**
 * Puts a panel into a dock and shows it there.
 * @param index its place among the other panels of the dock; at their end when absent or too large
 */
export function movePanel(layout: WindowLayout, panel: PanelId, dock: DockId, index?: number): WindowLayout {
  const without = closePanel(layout, panel);
  const panels = without[dock].panels.toSpliced(index ?? without[dock].panels.length, 0, panel);
  return { ...without, [dock]: { ...without[dock], panels, active: panel, collapsed: false }, front: panel };
}

/** Takes a panel out of the window; its neighbour is shown in its place. */
export function closePanel(layout: WindowLayout, panel: PanelId): WindowLayout {
  const id = dockOf(layout, panel);
  if (id === null) return layout;
  const dock = layout[id];
  const at = dock.panels.indexOf(panel);
  const panels = dock.panels.toSpliced(at, 1);
  const active = dock.active === panel ? (panels[Math.min(at, panels.length - 1)] ?? null) : dock.active;
  const next = { ...layout, [id]: { ...dock, panels, active, collapsed: dock.collapsed && panels.length > 0 } };
  return { ...next, front: layout.front === panel ? (active ?? openPanels(next)[0] ?? null) : layout.front };
}

/** @param size in CSS px; brought to the nearest whole one that the dock may have */
export function resizeDock(layout: WindowLayout, dock: DockId, size: number): WindowLayout {
  const next = boundSize(dock, size);
  return next === layout[dock].size ? layout : { ...layout, [dock]: { ...layout[dock], size: next } };
}

export function boundSize(dock: DockId, size: number): number {
  const { min, max } = dockSizes[dock];
  return Math.round(Math.min(max, Math.max(min, size)));
}

export function toggleCollapsed(layout: WindowLayout, dock: DockId): WindowLayout {
  const { panels, collapsed } = layout[dock];
  return panels.length === 0 ? layout : { ...layout, [dock]: { ...layout[dock], collapsed: !collapsed } };
}

/** Whether two layouts look the same on a wide window. */
export function equalLayouts(a: WindowLayout, b: WindowLayout): boolean {
  return dockIds.every(
    (id) =>
      a[id].active === b[id].active &&
      a[id].size === b[id].size &&
      a[id].collapsed === b[id].collapsed &&
      a[id].panels.join() === b[id].panels.join(),
  );
}
