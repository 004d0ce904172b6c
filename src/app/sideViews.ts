import { type ComponentType, lazy } from 'react';
import type { RightTab } from '../store/state.ts';
import { SqlPanel } from '../views/sql/SqlPanel.tsx';

interface SideView {
  readonly id: RightTab;
  readonly View: ComponentType;
}

/** The panels on the right, in the order of their tabs; those that are not on screen at first arrive when opened. */
export const sideViews: readonly SideView[] = [
  { id: 'sql', View: SqlPanel },
  { id: 'steps', View: lazy(async () => ({ default: (await import('../views/steps/StepsPanel.tsx')).StepsPanel })) },
  {
    id: 'verify',
    View: lazy(async () => ({ default: (await import('../views/verify/VerifyPanel.tsx')).VerifyPanel })),
  },
  {
    id: 'inspect',
    View: lazy(async () => ({ default: (await import('../views/inspect/InspectPanel.tsx')).InspectPanel })),
  },
];
