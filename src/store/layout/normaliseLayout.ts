import { defaultLayout } from './namedLayouts.ts';
import {
  boundSize,
  type Dock,
  type DockId,
  dockSizes,
  openPanels,
  type PanelId,
  panelIds,
  type WindowLayout,
} from './windowLayout.ts';

/** A valid layout from untrusted data: each panel at most once, sizes within their limits. What is no layout is the usual one. */
export function normaliseLayout(data: unknown): WindowLayout {
  if (!isRecord(data)) return defaultLayout;
  const taken = new Set<PanelId>();
  const docks: Readonly<Record<DockId, Dock>> = {
    left: normaliseDock('left', data.left, taken),
    right: normaliseDock('right', data.right, taken),
    bottom: normaliseDock('bottom', data.bottom, taken),
  };
  const open = openPanels({ ...docks, front: null });
  return { ...docks, front: open.find((panel) => panel === data.front) ?? open[0] ?? null };
}

function normaliseDock(id: DockId, data: unknown, taken: Set<PanelId>): Dock {
  const given = isRecord(data) ? data : {};
  const panels: PanelId[] = [];
  for (const name of Array.isArray(given.panels) ? given.panels : []) {
    const panel = panelIds.find((known) => known === name);
    if (panel === undefined || taken.has(panel)) continue;
    taken.add(panel);
    panels.push(panel);
  }
  return {
    panels,
    active: panels.find((panel) => panel === given.active) ?? panels[0] ?? null,
    size: Number.isFinite(given.size) ? boundSize(id, given.size as number) : dockSizes[id].usual,
    collapsed: given.collapsed === true && panels.length > 0,
  };
}

function isRecord(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}
