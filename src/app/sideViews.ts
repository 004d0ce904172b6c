import type { ComponentType } from 'react';
import type { PanelId } from '../store/layout/windowLayout.ts';
import { lazyView } from '../ui/lazyView.ts';

/** What the docks hold. Each arrives when it is opened, those that are open at the start right after the first picture. */
export const panelViews: Readonly<Record<PanelId, ComponentType>> = {
  scenario: lazyView(async () => (await import('../views/scenario/ScenarioPanel.tsx')).ScenarioPanel),
  sql: lazyView(async () => (await import('../views/sql/SqlPanel.tsx')).SqlPanel),
  steps: lazyView(async () => (await import('../views/steps/StepsPanel.tsx')).StepsPanel),
  verify: lazyView(async () => (await import('../views/verify/VerifyPanel.tsx')).VerifyPanel),
  inspect: lazyView(async () => (await import('../views/inspect/InspectPanel.tsx')).InspectPanel),
};
