import { type ReactElement, useMemo } from 'react';
import type { Format } from '../i18n/format.ts';
import type { Translate } from '../i18n/i18n.ts';
import { markTexts } from '../i18n/marks.ts';
import { useT } from '../i18n/useT.ts';
import { costSteps } from '../planner/costs.ts';
import type { PlanStep } from '../planner/plan.ts';
import { pause, play, seek } from '../scene/clock.ts';
import { setPlayback } from '../store/createAppStore.ts';
import { figuresOf } from '../store/figures.ts';
import { selectCounted } from '../store/selectors.ts';
import type { AppState, Counted, Playback } from '../store/state.ts';
import { useApp, useAppContext } from '../store/useApp.ts';
import { Timeline } from '../views/timeline/Timeline.tsx';
import type { TimelineLabels } from '../views/timeline/timelineLabels.ts';

const selectPlayback = (state: AppState): Playback => state.playback;

/** The timeline of the plan on screen, fed from the store; there is none where there is no step. */
export function TimelinePanel(): ReactElement | null {
  const counted = useApp(selectCounted);
  if (counted === null || counted.derived.plan.steps.length === 0) return null;
  return <CountedTimeline counted={counted} />;
}

function CountedTimeline({ counted }: { readonly counted: Counted }): ReactElement {
  const { t: translate, format } = useT();
  const { store } = useAppContext();
  const playback = useApp(selectPlayback);
  const { derived, reply } = counted;
  const { plan } = derived;
  const count = plan.steps.length;
  const change = reply.changes[0]!;
  const model = useMemo(() => ({ steps: plan.steps, costs: costSteps(plan, change) }), [plan, change]);
  const labels = useMemo(() => createLabels(counted, translate, format), [counted, translate, format]);
  return (
    <Timeline
      model={model}
      t={playback.t}
      playing={playback.playing}
      speed={playback.speed}
      onSeek={(t) => setPlayback(store, pause(seek(playback, t, count)))}
      onPlay={(playing) => setPlayback(store, playing ? play(playback, count) : pause(playback))}
      onSpeed={(speed) => setPlayback(store, { speed, auto: false })}
      labels={labels}
    />
  );
}

function createLabels(counted: Counted, t: Translate, format: Format): TimelineLabels {
  const { plan, document } = counted.derived;
  const { rewritten } = figuresOf(counted).target.costs;
  const locks = plan.steps.filter((step) => step.locks.some((lock) => lock.mode === 'ACCESS EXCLUSIVE')).length;
  return {
    timeline: t('timeline.label'),
    play: t('command.play'),
    pause: t('command.pause'),
    stepBack: t('command.stepBack'),
    stepForward: t('command.stepForward'),
    speed: t('timeline.speed'),
    stepName: (index) => shortName(plan.steps[index], t),
    position: (index) =>
      t('timeline.position', { step: format.integer(index + 1), steps: format.integer(plan.steps.length) }),
    formatSpeed: (speed) => `${format.decimal(speed, speed < 1 ? 2 : 0).replace(/0$/, speed < 1 ? '' : '0')}×`,
    note: t('timeline.note', { bytes: format.bytes(rewritten * document.table.rowBytes), count: locks }),
    noteMark: markTexts('estimate', t),
    legendCopy: t('timeline.copy'),
    legendLock: t('timeline.lock'),
    legendToRun: t('timeline.toRun'),
  };
}

/** "orders_8_6 → 6, 14": short enough for the column beside the blocks. */
function shortName(step: PlanStep | undefined, t: Translate): string {
  if (step === undefined) return '';
  const remainders = (partitions: PlanStep['to']): string => {
    const shown = partitions.slice(0, 3).map(({ remainder }) => remainder);
    return shown.join(', ') + (partitions.length > shown.length ? ', …' : '');
  };
  switch (step.kind) {
    case 'split':
      return `${step.from[0]?.name} → ${remainders(step.to)}`;
    case 'merge':
      return `${remainders(step.from)} → ${step.to[0]?.name}`;
    case 'regroup':
      return `${remainders(step.from)} → ${remainders(step.to)}`;
    default:
      return t(`timeline.kind.${step.kind}`, { name: step.from[0]?.name ?? step.to[0]?.name ?? '' });
  }
}
