import type { ComponentType } from 'react';
import type { RightTab } from '../store/state.ts';
import { InspectPanel } from '../views/inspect/InspectPanel.tsx';
import { SqlPanel } from '../views/sql/SqlPanel.tsx';
import { StepsPanel } from '../views/steps/StepsPanel.tsx';
import { VerifyPanel } from '../views/verify/VerifyPanel.tsx';

interface SideView {
  readonly id: RightTab;
  readonly View: ComponentType;
}

/** The panels on the right, in the order of their tabs. */
export const sideViews: readonly SideView[] = [
  { id: 'sql', View: SqlPanel },
  { id: 'steps', View: StepsPanel },
  { id: 'verify', View: VerifyPanel },
  { id: 'inspect', View: InspectPanel },
];
