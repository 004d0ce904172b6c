import { type ReactElement, useEffect, useMemo, useSyncExternalStore } from 'react';
import { useT } from '../i18n/useT.ts';
import { type ClusterFlows, hasFlows } from '../planner/cluster.ts';
import { prepareRingKeys } from '../scene/ringKeys.ts';
import { computeRingModel } from '../scene/ringModel.ts';
import { computeStripModel } from '../scene/stripModel.ts';
import { saveTable } from '../store/export/saveTable.ts';
import { clusterCountsOf } from '../store/figures.ts';
import { ringSummary } from '../store/pictureWords.ts';
import { selectRingScheme } from '../store/ringScheme.ts';
import { selectCounted } from '../store/selectors.ts';
import type { AppState, Counted } from '../store/state.ts';
import { useApp, useAppContext } from '../store/useApp.ts';
import { EmptyNote } from '../ui/EmptyNote.tsx';
import { LiveRegion } from '../ui/LiveRegion.tsx';
import { RingView } from '../views/ring/RingView.tsx';
import { useBend } from '../views/ring/useBend.ts';
import { RingChooser } from '../views/schemeRing/RingChooser.tsx';
import { RingPlayer } from '../views/schemeRing/RingPlayer.tsx';
import { useRingClock } from '../views/schemeRing/useRingClock.ts';
import styles from './App.module.css';
import { onReducedMotion, prefersReducedMotion } from './reducedMotion.ts';
import { createRingLabels } from './ringLabels.ts';
import { SchemeRing } from './SchemeRing.tsx';
import { useArcPlacing } from './useArcPlacing.ts';
import { useBoxSelection } from './useBoxSelection.ts';

const selectIsRing = (state: AppState): boolean => state.ui.stageView === 'ring';
const selectT = (state: AppState): number => state.playback.t;
const selectAllDots = (state: AppState): boolean => state.ui.allDots;

/** Partitions or virtual nodes as a ring beside their nodes: of the plan on screen, or of a scheme that is compared. */
export function RingPanel({ onFlat }: { readonly onFlat: () => void }): ReactElement {
  const scheme = useApp(selectRingScheme);
  // The strip curls into the ring when this takes its place, and uncurls when it is left.
  const bent = useApp(selectIsRing);
  const { bend, isBending } = useBend(bent, 0);
  const isOver = !bent && (!isBending || scheme !== null);
  useEffect(() => {
    if (isOver) onFlat();
  }, [isOver, onFlat]);
  return (
    <div className={styles.ring}>
      <RingChooser />
      {scheme === null ? (
        <div className={styles.ringPicture}>
          <PlanRing bend={bend} />
        </div>
      ) : (
        <SchemeRing scheme={scheme.scheme} />
      )}
    </div>
  );
}

/** nodesAt: place in a change of nodes alone, 0 to 1; without it there are buttons to play it. */
export interface PlanRingProps {
  readonly bend: number;
  readonly nodesAt?: number;
}

/** The ring of the plan on screen. */
export function PlanRing({ bend, nodesAt }: PlanRingProps): ReactElement | null {
  const { t } = useT();
  const counted = useApp(selectCounted);
  const counts = useMemo(() => (counted === null ? null : clusterCountsOf(counted)), [counted]);
  if (counted === null || counts === null) return null;
  if (!hasFlows(counts)) return <EmptyNote text={t('flow.tooMany')} />;
  return <CountedRing counted={counted} counts={counts} bend={bend} {...(nodesAt !== undefined && { nodesAt })} />;
}

interface CountedRingProps extends PlanRingProps {
  readonly counted: Counted;
  readonly counts: ClusterFlows;
}

function CountedRing({ counted, counts, bend, nodesAt }: CountedRingProps): ReactElement {
  const { t: translate, format } = useT();
  const context = useAppContext();
  const playhead = useApp(selectT);
  const allDots = useApp(selectAllDots);
  const reducedMotion = useSyncExternalStore(onReducedMotion, prefersReducedMotion);
  const { derived, reply } = counted;
  const selection = useBoxSelection(derived);
  const { plan, cluster } = derived;
  // Partitions that stay as they are but change their nodes: there is no plan to play, so the ring has a time of its own.
  const clock = useRingClock();
  const isOnlyNodes = plan.steps.length === 0 && counts.moved > 0;
  const t = isOnlyNodes ? (nodesAt ?? clock.at) : playhead;
  const { sample } = reply;
  const change = reply.changes[0]!;
  const model = useMemo(() => {
    const strip = computeStripModel({ plan, change });
    return {
      ring: computeRingModel(strip, cluster, counts),
      keysOf: (count: number) => prepareRingKeys(sample, strip, cluster, count),
      total: change.total,
    };
  }, [plan, cluster, counts, change, sample]);
  const stage = useMemo(() => (allDots ? { ...model, keyLimit: sample.rows.length } : model), [model, allDots, sample]);
  const texts = useMemo(() => createRingLabels(model.ring, translate, format), [model, translate, format]);
  const placing = useArcPlacing(derived);
  const step = Math.floor(t);
  const save = { label: translate('export.csv'), onPress: () => void saveTable(context, 'nodes') };
  const labels = useMemo(
    () => ({ ...texts, summary: ringSummary(model.ring, step, translate, format) }),
    [texts, model, step, translate, format],
  );
  return (
    <>
      <LiveRegion message={labels.summary} />
      <RingView
        model={stage}
        t={t}
        bend={bend}
        {...selection}
        {...placing}
        labels={labels}
        save={save}
        reducedMotion={reducedMotion}
      />
      {isOnlyNodes && nodesAt === undefined && <RingPlayer clock={clock} reducedMotion={reducedMotion} />}
    </>
  );
}
