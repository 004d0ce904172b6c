import { type Command, text, textOf } from '../commands/command.ts';
import { changeLayout } from '../layout/changeLayout.ts';
import { type FittedSizes, fitLayout, resizeFitted } from '../layout/fitLayout.ts';
import { type DockId, dockSizes, type PanelId } from '../layout/windowLayout.ts';
import type { AppState } from '../state.ts';

/** CSS px: four presses of an arrow on the dock's edge. */
const STEP = 64;

const ways = {
  left: { grow: 'wider', shrink: 'narrower' },
  right: { grow: 'wider', shrink: 'narrower' },
  bottom: { grow: 'taller', shrink: 'lower' },
} as const;

/** The dock of a panel made larger or smaller by a step, within the limits that drawing its edge has. */
export function resizeCommands(dock: DockId, panel: PanelId): readonly Command[] {
  return (['grow', 'shrink'] as const).map((way): Command => {
    const word = ways[dock][way];
    return {
      id: `${way}Dock`,
      menu: 'panel',
      group: 3,
      label: () => textOf(`panel.size.${word}`, { panel: `view.${panel}` }),
      shortLabel: text(`layout.size.${word}`),
      keys: [],
      repeats: true,
      refusal: (state) => {
        if (state.ui.layout[dock].collapsed) return text('refusal.dockCollapsed');
        const sizes = sizesOf(state);
        if (nextSize(sizes, dock, way) !== sizes[dock].size) return null;
        return text(way === 'grow' ? 'refusal.dockLargest' : 'refusal.dockSmallest');
      },
      run: ({ store }) => {
        const sizes = sizesOf(store.getState());
        changeLayout(store, (layout) => resizeFitted(layout, sizes, dock, nextSize(sizes, dock, way)));
      },
    };
  });
}

function sizesOf({ ui: { layout, windowSize } }: AppState): FittedSizes {
  return fitLayout(layout, windowSize.width, windowSize.height);
}

function nextSize(sizes: FittedSizes, dock: DockId, way: 'grow' | 'shrink'): number {
  const { size, max } = sizes[dock];
  return way === 'grow' ? Math.min(max, size + STEP) : Math.max(dockSizes[dock].min, size - STEP);
}
