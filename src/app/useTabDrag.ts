import { type PointerEvent as ReactPointerEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { type DockId, type PanelId, panelIds } from '../store/layout/windowLayout.ts';

/** Where a dragged tab would land. */
export interface TabDrop {
  readonly panel: PanelId;
  readonly dock: DockId;
  /** Among the other tabs of the dock; their end when undefined. */
  readonly index: number | undefined;
}

export interface TabDrag {
  readonly panel: PanelId;
  readonly label: string;
  /** The pointer, in CSS px of the viewport. */
  readonly x: number;
  readonly y: number;
  readonly drop: TabDrop | null;
  /** The gap between tabs that the pointer points at. */
  readonly gap: { readonly x: number; readonly y: number; readonly height: number } | null;
}

/** A press becomes a drag after so many CSS px, so that a click with an unsteady hand stays a click. */
const THRESHOLD = 6;

/**
 * Drags the tabs of the docks by mouse or pen; a finger scrolls, and has the panel's menu, as the keyboard does.
 * Escape, or letting go beside all docks, leaves everything as it was.
 */
export function useTabDrag(
  root: RefObject<HTMLElement | null>,
  onDrop: (drop: TabDrop) => void,
): { readonly drag: TabDrag | null; readonly onPointerDown: (event: ReactPointerEvent) => void } {
  const [drag, setDrag] = useState<TabDrag | null>(null);
  const running = useRef<AbortController>(null);
  useEffect(() => () => running.current?.abort(), []);

  const onPointerDown = (event: ReactPointerEvent): void => {
    const tab = (event.target as Element).closest<HTMLElement>('[data-dock] [role="tab"]');
    if (tab === null || event.button !== 0 || event.pointerType === 'touch') return;
    const panel = panelIds.find((id) => id === tab.dataset.key);
    if (panel === undefined) return;
    const start = { x: event.clientX, y: event.clientY };
    const label = tab.textContent;
    let latest: TabDrag | null = null;
    running.current?.abort();
    running.current = new AbortController();
    const { signal } = running.current;
    const finish = (): void => {
      running.current?.abort();
      setDrag(null);
    };
    const follow = ({ clientX: x, clientY: y, buttons }: PointerEvent): void => {
      if (buttons === 0) {
        finish();
        return;
      }
      if (latest === null && Math.hypot(x - start.x, y - start.y) < THRESHOLD) return;
      // The zones have to be on screen to be found; a quick hand is at its goal before the next frame.
      if (latest === null) flushSync(() => setDrag({ panel, label, x, y, drop: null, gap: null }));
      latest = { panel, label, x, y, ...findDrop(root.current!, panel, x, y) };
      setDrag(latest);
    };
    const drop = (): void => {
      finish();
      if (latest?.drop) onDrop(latest.drop);
    };
    const cancel = (key: KeyboardEvent): void => {
      if (key.key !== 'Escape' || latest === null) return;
      key.preventDefault();
      finish();
    };
    window.addEventListener('pointermove', follow, { signal });
    window.addEventListener('pointerup', drop, { signal });
    window.addEventListener('pointercancel', finish, { signal });
    window.addEventListener('keydown', cancel, { signal, capture: true });
  };
  return { drag, onPointerDown };
}

/** The dock under the pointer, by the zones that are on screen while a tab is dragged, and the place among its tabs. */
function findDrop(root: HTMLElement, panel: PanelId, x: number, y: number): Pick<TabDrag, 'drop' | 'gap'> {
  const nothing = { drop: null, gap: null };
  const zones = [...root.querySelectorAll<HTMLElement>('[data-drop-zone]')];
  const zone = zones.find((candidate) => contains(candidate, x, y));
  if (zone === undefined) return nothing;
  const dock = zone.dataset.dropZone as DockId;
  const list = root.querySelector<HTMLElement>(`[data-dock="${dock}"] [role="tablist"]`);
  const tabs = [...(list?.querySelectorAll<HTMLElement>('[role="tab"]') ?? [])];
  const isOwn = tabs.some((tab) => tab.dataset.key === panel);
  const bar = list?.parentElement;
  if (!bar || !contains(bar, x, y)) return isOwn ? nothing : { drop: { panel, dock, index: undefined }, gap: null };
  const others = tabs.filter((tab) => tab.dataset.key !== panel).map((tab) => tab.getBoundingClientRect());
  const isBefore = (box: DOMRect): boolean => box.bottom < y || (box.top <= y && box.left + box.width / 2 < x);
  const index = others.filter(isBefore).length;
  const next = others[index];
  const last = others[index - 1];
  const side = next === undefined ? last : next;
  const gap = side && { x: next === undefined ? side.right + 1 : side.left - 1, y: side.top, height: side.height };
  return { drop: { panel, dock, index }, gap: gap ?? null };
}

function contains(element: HTMLElement, x: number, y: number): boolean {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  return x >= left && x <= right && y >= top && y <= bottom;
}
