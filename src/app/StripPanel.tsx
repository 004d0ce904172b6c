import { type ReactElement, useEffect, useMemo, useSyncExternalStore } from 'react';
import { useT } from '../i18n/useT.ts';
import { computeStripModel } from '../scene/stripModel.ts';
import { setUi } from '../store/createAppStore.ts';
import { selectCounted } from '../store/selectors.ts';
import type { AppState, Counted, Selection } from '../store/state.ts';
import { useApp, useAppContext } from '../store/useApp.ts';
import { LiveRegion } from '../ui/LiveRegion.tsx';
import { StripStage } from '../views/strip/StripStage.tsx';
import { onReducedMotion, prefersReducedMotion } from './reducedMotion.ts';
import { createStripLabels } from './stripLabels.ts';

const selectT = (state: AppState): number => state.playback.t;
const selectAllDots = (state: AppState): boolean => state.ui.allDots;
const selectSelection = (state: AppState): Selection | null => state.ui.selection;

/** The strip of the plan on screen, fed from the store. */
export function StripPanel(): ReactElement | null {
  const counted = useApp(selectCounted);
  return counted === null ? null : <CountedStrip counted={counted} />;
}

function CountedStrip({ counted }: { readonly counted: Counted }): ReactElement {
  const { t: translate, format } = useT();
  const { store } = useAppContext();
  const t = useApp(selectT);
  const selection = useApp(selectSelection);
  const allDots = useApp(selectAllDots);
  const reducedMotion = useSyncExternalStore(onReducedMotion, prefersReducedMotion);
  const { derived, reply } = counted;
  const change = reply.changes[0]!;
  const model = useMemo(
    () => ({
      strip: computeStripModel({ plan: derived.plan, change, cluster: derived.cluster }),
      sample: reply.sample,
    }),
    [derived.plan, derived.cluster, change, reply.sample],
  );
  const stage = useMemo(
    () => (allDots ? { ...model, dotLimit: reply.sample.rows.length } : model),
    [model, allDots, reply.sample],
  );
  const done = Math.floor(t);
  const labels = useMemo(
    () => createStripLabels(model.strip, done, translate, format),
    [model, done, translate, format],
  );
  const selected = selection === null ? -1 : derived[selection.side].findIndex(({ name }) => name === selection.name);
  useEffect(() => {
    // How long a start takes: see test/bench/startup.ts.
    performance.mark('first-picture');
  }, []);
  return (
    <>
      <LiveRegion message={labels.summary} />
      <StripStage
        model={stage}
        t={t}
        selected={
          selection === null || selected < 0 ? null : { row: selection.row, side: selection.side, index: selected }
        }
        onSelect={({ row, side, index }, { x, y, width, height }) => {
          const name = derived[side][index]!.name;
          setUi(store, { selection: { row, side, name, anchor: { x, y, width, height } } });
        }}
        labels={labels}
        reducedMotion={reducedMotion}
      />
    </>
  );
}
