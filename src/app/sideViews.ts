import type { ComponentType } from 'react';
import type { PanelId } from '../store/layout/windowLayout.ts';
import { lateView } from '../ui/lazyView.ts';

/** What the docks hold. Each arrives when it is opened, those that are open at the start right after the first picture. */
export const panelViews: Readonly<Record<PanelId, ComponentType>> = {
  scenario: lateView(async () => (await import('../views/scenario/ScenarioPanel.tsx')).ScenarioPanel),
  sql: lateView(async () => (await import('../views/sql/SqlPanel.tsx')).SqlPanel),
  steps: lateView(async () => (await import('../views/steps/StepsPanel.tsx')).StepsPanel),
  verify: lateView(async () => (await import('../views/verify/VerifyPanel.tsx')).VerifyPanel),
  inspect: lateView(async () => (await import('../views/inspect/InspectPanel.tsx')).InspectPanel),
};
