import { type ComponentType, lazy } from 'react';
import type { PanelId } from '../store/layout/windowLayout.ts';
import { SqlPanel } from '../views/sql/SqlPanel.tsx';

/** What the docks hold. All but the first arrive when opened; the fields come right after the first picture. */
export const panelViews: Readonly<Record<PanelId, ComponentType>> = {
  scenario: lazy(async () => ({ default: (await import('../views/scenario/ScenarioPanel.tsx')).ScenarioPanel })),
  sql: SqlPanel,
  steps: lazy(async () => ({ default: (await import('../views/steps/StepsPanel.tsx')).StepsPanel })),
  verify: lazy(async () => ({ default: (await import('../views/verify/VerifyPanel.tsx')).VerifyPanel })),
  inspect: lazy(async () => ({ default: (await import('../views/inspect/InspectPanel.tsx')).InspectPanel })),
};
