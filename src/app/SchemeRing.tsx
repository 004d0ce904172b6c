import { type ReactElement, useMemo, useSyncExternalStore } from 'react';
import type { DrawnCircle } from '../engine/compare/protocol.ts';
import { useT } from '../i18n/useT.ts';
import { thinCircleKeys } from '../scene/circleKeys.ts';
import { prepareCircleKeys } from '../scene/ringKeys.ts';
import { computeCircleModel } from '../scene/ringModel.ts';
import { saveTable } from '../store/export/saveTable.ts';
import { schemeRingSummary } from '../store/pictureWords.ts';
import { refusalText } from '../store/refusalText.ts';
import { type CircleFacts, circleFacts } from '../store/ringScheme.ts';
import type { AppState, Comparison, SchemeCircle } from '../store/state.ts';
import { useApp, useAppContext } from '../store/useApp.ts';
import { EmptyNote } from '../ui/EmptyNote.tsx';
import { LiveRegion } from '../ui/LiveRegion.tsx';
import { RingView, type RingViewModel } from '../views/ring/RingView.tsx';
import { RingPlayer } from '../views/schemeRing/RingPlayer.tsx';
import { type RingClock, useRingClock } from '../views/schemeRing/useRingClock.ts';
import styles from './App.module.css';
import { onReducedMotion, prefersReducedMotion } from './reducedMotion.ts';
import { createSchemeRingLabels } from './schemeRingLabels.ts';

const selectComparison = (state: AppState): Comparison => state.comparison;
const selectAllDots = (state: AppState): boolean => state.ui.allDots;

/** The circle of a compared scheme, with its own change of nodes. The last one stays while the next is drawn. */
export function SchemeRing({ scheme }: { readonly scheme: string }): ReactElement | null {
  const { t, format } = useT();
  const { circle, status } = useApp(selectComparison);
  const reducedMotion = useSyncExternalStore(onReducedMotion, prefersReducedMotion);
  const clock = useRingClock();
  const facts = useMemo(() => (circle === null ? null : circleFacts(circle)), [circle]);
  if (circle === null) return status === 'running' ? <EmptyNote text={t('ring.drawing')} /> : null;
  const { reply, request } = circle;
  if (!reply.circle.ok) return <EmptyNote text={refusalText(reply.circle.error, format)} />;
  if (facts === null) return null;
  return (
    <>
      <div className={styles.ringPicture} aria-busy={request.scheme.scheme !== scheme}>
        <DrawnRing
          circle={circle}
          drawn={reply.circle.value}
          facts={facts}
          clock={clock}
          reducedMotion={reducedMotion}
        />
      </div>
      <RingPlayer clock={clock} reducedMotion={reducedMotion} />
    </>
  );
}

interface DrawnRingProps {
  readonly circle: SchemeCircle;
  readonly drawn: DrawnCircle;
  readonly facts: CircleFacts;
  readonly clock: RingClock;
  readonly reducedMotion: boolean;
}

function DrawnRing({ circle, drawn, facts, clock, reducedMotion }: DrawnRingProps): ReactElement {
  const { t, format } = useT();
  const context = useAppContext();
  const allDots = useApp(selectAllDots);
  const { nodes, request } = circle;
  const { scheme } = request.scheme;
  const model = useMemo((): RingViewModel => {
    const { before, after, keys } = drawn;
    const { nodeOfBefore, nodeOfAfter, counts } = facts;
    const isRelaid = keys.placeAfter !== null;
    return {
      ring: computeCircleModel({ before, after, nodeOfBefore, nodeOfAfter, isRelaid }, nodes, counts),
      keysOf: (count) => prepareCircleKeys(thinCircleKeys(keys, facts, count)),
      total: facts.total,
    };
  }, [drawn, facts, nodes]);
  const stage = useMemo(
    () => (allDots ? { ...model, keyLimit: drawn.keys.place.length } : model),
    [model, allDots, drawn],
  );
  const texts = useMemo(() => createSchemeRingLabels(model.ring, scheme, t, format), [model, scheme, t, format]);
  const at = clock.at < 1 ? 0 : 1;
  const save = { label: t('export.csv'), onPress: () => void saveTable(context, 'nodes') };
  const labels = useMemo(
    () => ({ ...texts, summary: schemeRingSummary(model.ring, scheme, at, t, format) }),
    [texts, model, scheme, at, t, format],
  );
  return (
    <>
      <LiveRegion message={labels.summary} />
      <RingView
        model={stage}
        t={clock.at}
        selected={null}
        // A scheme's arcs are no partitions: there is nothing to be done with one.
        onSelect={ignore}
        labels={labels}
        save={save}
        reducedMotion={reducedMotion}
      />
    </>
  );
}

function ignore(): void {}
