import type { AppStore } from '../store/createAppStore.ts';
import { type Comparing, startComparing } from '../store/effects/comparing.ts';
import { startOtherTabs } from '../store/effects/otherTabs.ts';
import { startPreview } from '../store/effects/preview.ts';
import { createVerifier, type Verifier } from '../store/effects/verification.ts';
import { startVersions } from '../store/effects/versions.ts';
import type { Scenario } from '../store/scenario.ts';
import type { Services } from '../store/services.ts';

/** Starts the effects that the first picture does without. opened: the document that the page began with. */
export function startLateEffects(
  store: AppStore,
  services: Services,
  opened: Scenario,
): { readonly comparing: Comparing; readonly verifier: Verifier } {
  startPreview(store, services);
  startVersions(store, services, opened);
  startOtherTabs(store, services);
  return { comparing: startComparing(store, services), verifier: createVerifier(store, services) };
}
