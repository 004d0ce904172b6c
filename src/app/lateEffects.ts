import type { AppStore } from '../store/createAppStore.ts';
import { type Comparing, startComparing } from '../store/effects/comparing.ts';
import { startOtherTabs } from '../store/effects/otherTabs.ts';
import { startPreview } from '../store/effects/preview.ts';
import { createVerifier, type Verifier } from '../store/effects/verification.ts';
import { startVersions } from '../store/effects/versions.ts';
import type { Services } from '../store/services.ts';

/** Starts the effects that the first picture does without. */
export function startLateEffects(
  store: AppStore,
  services: Services,
): { readonly comparing: Comparing; readonly verifier: Verifier } {
  startPreview(store, services);
  startVersions(store, services);
  startOtherTabs(store, services);
  return { comparing: startComparing(store, services), verifier: createVerifier(store, services) };
}
