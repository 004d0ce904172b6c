import { type DockId, dockIds, dockSizes, resizeDock, type WindowLayout } from './windowLayout.ts';

/** Room that the docks leave to the stage and the timeline, in CSS px. */
const STAGE = { width: 480, height: 500 };
/** Header and status bar. */
const BARS = 66;

/** Size of each open dock on screen, 0 for the others, and how far its edge can be drawn, in CSS px. */
export type FittedSizes = Readonly<Record<DockId, { readonly size: number; readonly max: number }>>;

/** The sizes that a window of this size has room for: docks shrink towards their least before the stage gets too small. */
export function fitLayout(layout: WindowLayout, width: number, height: number): FittedSizes {
  const wanted = (id: DockId): number => (layout[id].panels.length > 0 && !layout[id].collapsed ? layout[id].size : 0);
  const room = width - STAGE.width;
  const fit = (id: DockId, size: number, free: number): number =>
    wanted(id) === 0 ? 0 : Math.max(dockSizes[id].min, Math.min(size, free));
  const share = Math.min(1, room / (wanted('left') + wanted('right') || 1));
  const least = wanted('right') === 0 ? 0 : dockSizes.right.min;
  const left = fit('left', Math.floor(wanted('left') * share), room - least);
  const right = fit('right', wanted('right'), room - left);
  const max = (id: DockId, free: number): number => Math.max(dockSizes[id].min, Math.min(dockSizes[id].max, free));
  const bottomMax = max('bottom', height - BARS - STAGE.height);
  return {
    left: { size: left, max: max('left', room - right) },
    right: { size: right, max: max('right', room - left) },
    bottom: { size: fit('bottom', layout.bottom.size, bottomMax), max: bottomMax },
  };
}

/** Resizes a dock as one sees it: the others keep the size they have on screen, also where they asked for more. */
export function resizeFitted(layout: WindowLayout, sizes: FittedSizes, dock: DockId, size: number): WindowLayout {
  const seen = dockIds.reduce((now, id) => (sizes[id].size === 0 ? now : resizeDock(now, id, sizes[id].size)), layout);
  return resizeDock(seen, dock, size);
}
