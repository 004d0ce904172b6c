import { type Dock, type DockId, dockSizes, type PanelId, type WindowLayout } from './windowLayout.ts';

function dock(id: DockId, panels: readonly PanelId[], more: Partial<Dock> = {}): Dock {
  return { panels, active: panels[0] ?? null, size: dockSizes[id].usual, collapsed: false, ...more };
}

const plan: WindowLayout = {
  left: dock('left', ['scenario']),
  right: dock('right', ['sql', 'steps', 'verify', 'inspect']),
  bottom: dock('bottom', []),
  front: 'sql',
};

/** The layouts that come with the app, in the order of the keys 1 to 4. */
export const namedLayouts = {
  /** For a class: as much stage as there is, and the hash of one key beside it. */
  teach: {
    left: dock('left', ['scenario'], { collapsed: true }),
    right: dock('right', ['inspect', 'steps', 'sql', 'verify'], { size: 320 }),
    bottom: dock('bottom', []),
    front: 'inspect',
  },
  /** For reading a change before it runs: its steps on one side, its SQL on the other, wide enough for whole lines. */
  review: {
    left: dock('left', ['steps', 'scenario'], { size: 300 }),
    right: dock('right', ['sql', 'verify', 'inspect'], { size: 500 }),
    bottom: dock('bottom', []),
    front: 'sql',
  },
  /** For trying numbers: everything that decides a figure, and the SQL that follows from it. */
  plan,
  /** For proving: what PostgreSQL answers at full length, and the steps that it ran below. */
  verify: {
    left: dock('left', ['scenario'], { collapsed: true }),
    right: dock('right', ['verify', 'sql', 'inspect'], { size: 520 }),
    bottom: dock('bottom', ['steps'], { size: 200 }),
    front: 'verify',
  },
} as const satisfies Readonly<Record<string, WindowLayout>>;

export type NamedLayoutId = keyof typeof namedLayouts;

/** What a first visit shows. */
export const defaultLayout: WindowLayout = plan;
