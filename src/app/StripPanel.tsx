import { type ReactElement, useEffect, useMemo, useSyncExternalStore } from 'react';
import { useT } from '../i18n/useT.ts';
import { selectCounted, selectDoneSteps } from '../store/selectors.ts';
import type { AppState, Counted } from '../store/state.ts';
import { stripModelOf } from '../store/stripModelOf.ts';
import { useApp } from '../store/useApp.ts';
import { LiveRegion } from '../ui/LiveRegion.tsx';
import { releaseLate } from '../ui/late.ts';
import { StripStage } from '../views/strip/StripStage.tsx';
import { onReducedMotion, prefersReducedMotion } from './reducedMotion.ts';
import { createStripLabels } from './stripLabels.ts';
import { useBoxSelection } from './useBoxSelection.ts';

const selectT = (state: AppState): number => state.playback.t;
const selectAllDots = (state: AppState): boolean => state.ui.allDots;

/** The strip of the plan on screen, fed from the store. */
export function StripPanel(): ReactElement | null {
  const counted = useApp(selectCounted);
  return counted === null ? null : <CountedStrip counted={counted} />;
}

function CountedStrip({ counted }: { readonly counted: Counted }): ReactElement {
  const { t: translate, format } = useT();
  const t = useApp(selectT);
  const allDots = useApp(selectAllDots);
  const reducedMotion = useSyncExternalStore(onReducedMotion, prefersReducedMotion);
  const { derived, reply } = counted;
  const selection = useBoxSelection(derived);
  const model = useMemo(
    () => ({
      strip: stripModelOf(counted),
      sample: reply.sample,
    }),
    [counted, reply.sample],
  );
  const stage = useMemo(
    () => (allDots ? { ...model, dotLimit: reply.sample.rows.length } : model),
    [model, allDots, reply.sample],
  );
  const done = useApp(selectDoneSteps);
  const labels = useMemo(
    () => createStripLabels(model.strip, done, translate, format),
    [model, done, translate, format],
  );
  useEffect(() => {
    // How long a start takes: see test/bench/startup.ts.
    performance.mark('first-picture');
    releaseLate();
  }, []);
  return (
    <>
      <LiveRegion message={labels.summary} />
      <StripStage model={stage} t={t} {...selection} labels={labels} reducedMotion={reducedMotion} />
    </>
  );
}
