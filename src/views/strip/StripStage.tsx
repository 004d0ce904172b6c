import { type ReactElement, useId, useMemo, useRef } from 'react';
import type { KeySample } from '../../engine/protocol.ts';
import { type BoxRef, computeStrip, markKey } from '../../scene/strip.ts';
import type { StripModel } from '../../scene/stripModel.ts';
import { useTheme } from '../../ui/useTheme.ts';
import { StripCanvas } from './StripCanvas.tsx';
import { StripLegend } from './StripLegend.tsx';
import { StripOverlay } from './StripOverlay.tsx';
import styles from './StripStage.module.css';
import { StripTooltip } from './StripTooltip.tsx';
import type { StripLabels } from './stripLabels.ts';
import { useStripDots } from './useStripDots.ts';
import { useStripPointing } from './useStripPointing.ts';
import { useStripView } from './useStripView.ts';
import { ZoomButtons } from './ZoomButtons.tsx';

/** What is drawn: keep `strip` (computeStripModel) while plan and counts stay. dotLimit: draw so many dots, fit or not. */
export interface StripStageModel {
  readonly strip: StripModel;
  readonly sample: KeySample;
  readonly dotLimit?: number;
}

/**
 * t: plan time in [0, steps]; reducedMotion: only whole steps are shown. onSelect gets a box and its place on the page,
 * for a popover; onReach a box that the focus came to.
 */
export interface StripStageProps {
  readonly model: StripStageModel;
  readonly t: number;
  readonly selected: BoxRef | null;
  readonly onSelect: (box: BoxRef, anchor: DOMRect) => void;
  readonly onReach?: (box: BoxRef) => void;
  readonly labels: StripLabels;
  readonly reducedMotion: boolean;
}

function ignore(): void {}

/** The strip: old partitions above, live ones below, rows flying between; fills its parent. */
export function StripStage(props: StripStageProps): ReactElement {
  const { model, selected, onSelect, onReach = ignore, labels, reducedMotion } = props;
  const { strip, sample, dotLimit } = model;
  const t = reducedMotion ? Math.floor(props.t + 1e-9) : props.t;
  const stage = useRef<HTMLDivElement>(null);
  const summaryId = useId();
  const theme = useTheme(stage);
  const { frame, setView } = useStripView(stage);
  const { dots, diameter } = useStripDots(sample, strip, frame, dotLimit);
  const scene = useMemo(() => computeStrip(strip, frame, labels.formatCount), [strip, frame, labels.formatCount]);
  const { focusKey, pointed, handlers } = useStripPointing({ scene, t, setView, onSelect, onReach });
  const selectedBox = selected === null ? undefined : strip[selected.side][selected.index];
  const selectedKey = selected === null || selectedBox === undefined ? null : markKey(selected.row, selectedBox);
  return (
    <figure className={styles.figure}>
      <div ref={stage} className={styles.stage}>
        {theme === null ? null : <StripCanvas scene={scene} dots={dots} t={t} theme={theme} diameter={diameter} />}
        <StripOverlay
          scene={scene}
          t={t}
          focusKey={focusKey}
          selectedKey={selectedKey}
          labels={labels}
          summaryId={summaryId}
          handlers={handlers}
        />
        {pointed === null ? null : <StripTooltip box={pointed} frame={frame} lines={labels.tooltip(pointed)} />}
        <ZoomButtons view={frame.view} setView={setView} labels={labels} />
      </div>
      <p id={summaryId} className="visually-hidden">
        {labels.summary}
      </p>
      <StripLegend
        labels={labels}
        rowsPerDot={dots.count === 0 ? null : strip.input.change.total / dots.count}
        moves={strip.input.plan.kind !== 'none'}
      />
    </figure>
  );
}
