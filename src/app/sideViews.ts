import { type ComponentType, lazy } from 'react';
import type { PanelId } from '../store/layout/windowLayout.ts';
import { ScenarioPanel } from '../views/scenario/ScenarioPanel.tsx';
import { SqlPanel } from '../views/sql/SqlPanel.tsx';

/** What the docks hold; panels that are not on screen at first arrive when opened. */
export const panelViews: Readonly<Record<PanelId, ComponentType>> = {
  scenario: ScenarioPanel,
  sql: SqlPanel,
  steps: lazy(async () => ({ default: (await import('../views/steps/StepsPanel.tsx')).StepsPanel })),
  verify: lazy(async () => ({ default: (await import('../views/verify/VerifyPanel.tsx')).VerifyPanel })),
  inspect: lazy(async () => ({ default: (await import('../views/inspect/InspectPanel.tsx')).InspectPanel })),
};
