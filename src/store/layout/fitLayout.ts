import { type DockId, dockSizes, type WindowLayout } from './windowLayout.ts';

/** Room that the docks leave to the stage and the timeline, in CSS px. */
const STAGE = { width: 480, height: 400 };
/** Header and status bar. */
const BARS = 66;

/** Size of each dock on screen, and how far its edge can be drawn, in CSS px. */
export type FittedSizes = Readonly<Record<DockId, { readonly size: number; readonly max: number }>>;

/** The sizes that a window of this size has room for: docks shrink towards their least before the stage gets too small. */
export function fitLayout(layout: WindowLayout, width: number, height: number): FittedSizes {
  const isOpen = (id: DockId): boolean => layout[id].panels.length > 0 && !layout[id].collapsed;
  const [left, right] = (['left', 'right'] as const).map((id) => (isOpen(id) ? layout[id].size : 0)) as [
    number,
    number,
  ];
  const room = width - STAGE.width;
  const share = Math.min(1, room / (left + right || 1));
  const shrunk = (id: DockId, size: number): number => Math.max(dockSizes[id].min, Math.floor(size * share));
  const leftSize = shrunk('left', left);
  const rightSize = shrunk('right', right);
  const max = (id: DockId, free: number): number => Math.max(dockSizes[id].min, Math.min(dockSizes[id].max, free));
  const bottomMax = max('bottom', height - BARS - STAGE.height);
  return {
    left: { size: leftSize, max: max('left', room - (isOpen('right') ? rightSize : 0)) },
    right: { size: rightSize, max: max('right', room - (isOpen('left') ? leftSize : 0)) },
    bottom: { size: Math.min(layout.bottom.size, bottomMax), max: bottomMax },
  };
}
