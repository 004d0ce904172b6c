import { memo, type ReactElement, useEffect, useRef } from 'react';
import type { Format } from '../../i18n/format.ts';
import { markTexts } from '../../i18n/marks.ts';
import { useT } from '../../i18n/useT.ts';
import { costStep, costSteps } from '../../planner/costs.ts';
import { movedTables } from '../../planner/movedTables.ts';
import type { Plan, PlanStep } from '../../planner/plan.ts';
import { setPlayback } from '../../store/createAppStore.ts';
import { saveTable } from '../../store/export/saveTable.ts';
import { refusalText } from '../../store/refusalText.ts';
import { selectActiveStep, selectCounted, selectDoneSteps } from '../../store/selectors.ts';
import type { Counted } from '../../store/state.ts';
import { commandTexts, lockTexts, stepTitle } from '../../store/stepText.ts';
import { useApp, useAppContext } from '../../store/useApp.ts';
import { EmptyNote } from '../../ui/EmptyNote.tsx';
import { ExactnessMark } from '../../ui/ExactnessMark.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { useInTurn } from '../../ui/useInTurn.ts';
import { NodeMoves } from './NodeMoves.tsx';
import styles from './StepsPanel.module.css';

/** The plan as a list: one entry a step, one step a transaction. Choosing one moves the playhead to its end. */
export function StepsPanel(): ReactElement {
  const { t, format } = useT();
  const context = useAppContext();
  const counted = useApp(selectCounted);
  if (counted === null) return <EmptyNote text={t('refusal.notCounted')} />;
  const { plan, cluster } = counted.derived;
  const { steps, refusal } = plan;
  const tables = movedTables(plan, cluster, counted.reply.changes[0]!);
  const moves = tables.length === 0 ? null : <NodeMoves tables={tables} nodes={cluster.nodes} />;
  if (steps.length === 0) return moves ?? <EmptyNote text={t('refusal.noSteps')} />;
  const bytes = writtenBytes(counted);
  const time = timeParams(bytes.all, format);
  return (
    <div className={styles.panel}>
      <div className={styles.intro}>
        <div>
          {refusal !== undefined && <p>{t('steps.refused', { message: refusalText(refusal, format) })}</p>}
          <p>{t(`steps.intro.${plan.kind === 'rebuild' ? 'rebuild' : 'inPlace'}`)}</p>
          {commandTexts(plan, t).map((text) => (
            <p key={text}>{text}</p>
          ))}
          <p>
            {t(`steps.attach.${attaches(plan) ? 'scans' : 'none'}`)}{' '}
            {t('steps.disk', { bytes: format.bytes(bytes.most) })} {t('steps.time', time)}{' '}
            <ExactnessMark {...markTexts('estimate', t)} />
          </p>
        </div>
        <IconButton label={t('export.csv')} icon="download" onPress={() => void saveTable(context, 'steps')} />
      </div>
      <StepList key={steps.length} counted={counted} steps={steps} />
      {moves}
    </div>
  );
}

/** A kept table is detached, and attached again under its new bound. */
function attaches({ kind, recipe, steps }: Plan): boolean {
  return (
    kind === 'inPlace' && recipe === 'keepHalf' && steps.some((step) => step.kind === 'split' || step.kind === 'merge')
  );
}

/**
 * Bytes that the plan writes, and the most that exist twice at a time: old tables are dropped after each step in place, and last in
 * a rebuild.
 */
function writtenBytes({ derived: { plan, document }, reply }: Counted): {
  readonly all: number;
  readonly most: number;
} {
  const written = costSteps(plan, reply.changes[0]!).map(({ rewritten }) => rewritten * document.table.rowBytes);
  const all = written.reduce((sum, bytes) => sum + bytes, 0);
  return { all, most: plan.kind === 'rebuild' ? all : Math.max(...written) };
}

/** Bytes a second of a slow and of a fast server: how fast the reader's is, nobody but it knows. */
const RATES = { slow: 10e6, fast: 100e6 } as const;

/** How long writing takes, from and to, as the parameters of its sentence. */
function timeParams(bytes: number, format: Format): Record<'slow' | 'slowRate' | 'fast' | 'fastRate', string> {
  const timeAt = (rate: number): string => format.duration((bytes / rate) * 1000);
  return {
    slow: timeAt(RATES.slow),
    slowRate: format.bytes(RATES.slow),
    fast: timeAt(RATES.fast),
    fastRate: format.bytes(RATES.fast),
  };
}

/** Entries that are made in one frame; a long plan has thousands. */
const STEPS_A_FRAME = 64;

function StepList({
  counted,
  steps,
}: {
  readonly counted: Counted;
  readonly steps: readonly PlanStep[];
}): ReactElement {
  const active = useApp(selectActiveStep);
  const done = useApp(selectDoneSteps);
  const list = useRef<HTMLOListElement>(null);
  const drawn = useInTurn(steps.length, STEPS_A_FRAME);
  const isDrawn = active < drawn;
  // Then no step is at work, and whoever opens the list reads it from its beginning.
  const isOver = done >= steps.length;
  useEffect(() => {
    if (!isDrawn || isOver) return;
    const entry = list.current?.children[active];
    const panel = list.current?.parentElement;
    // Only this panel scrolls: scrollIntoView would also move the page around it.
    if (!(entry instanceof HTMLElement) || panel == null) return;
    const { scrollTop, clientHeight } = panel;
    if (entry.offsetTop < scrollTop) panel.scrollTop = entry.offsetTop;
    else if (entry.offsetTop + entry.offsetHeight > scrollTop + clientHeight) {
      panel.scrollTop = entry.offsetTop + entry.offsetHeight - clientHeight;
    }
  }, [active, isOver, isDrawn]);
  return (
    <ol className={styles.list} ref={list}>
      {steps.slice(0, drawn).map((step) => (
        <StepEntry
          key={step.index}
          step={step}
          counted={counted}
          status={step.index < done ? 'done' : step.index === active ? 'active' : 'waiting'}
        />
      ))}
    </ol>
  );
}

interface StepEntryProps {
  readonly step: PlanStep;
  readonly counted: Counted;
  readonly status: 'done' | 'active' | 'waiting';
}

const StepEntry = memo(function StepEntry({ step, counted, status }: StepEntryProps): ReactElement {
  const { t, format } = useT();
  const { store } = useAppContext();
  const { moved, rewritten, read } = costStep(counted.derived.plan, step, counted.reply.changes[0]!);
  return (
    <li className={styles.step} data-status={status}>
      <button
        type="button"
        aria-current={status === 'active' ? 'step' : undefined}
        onClick={() => setPlayback(store, { playing: false, auto: false, t: step.index + 1 })}
      >
        <span className={styles.number}>{step.index + 1}</span>
        <span className={styles.title}>{stepTitle(step, t)}</span>
        <span className={styles.status}>{t(`steps.status.${status}`)}</span>
        <span className={styles.figures}>
          {t('steps.figures', {
            read: format.integer(read),
            written: format.integer(rewritten),
            moved: format.integer(moved),
          })}
        </span>
        <span className={styles.locks}>{lockTexts(step.locks, t).join(' · ')}</span>
      </button>
    </li>
  );
});
