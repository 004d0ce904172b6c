import { type ReactElement, useId, useMemo, useRef, useState } from 'react';
import { computeRingFrame } from '../../scene/ringFrame.ts';
import type { RingKeys } from '../../scene/ringKeys.ts';
import type { RingModel } from '../../scene/ringModel.ts';
import { computeRing, type RingMark } from '../../scene/ringScene.ts';
import { type BoxRef, markKey } from '../../scene/strip.ts';
import { useSize } from '../../ui/useSize.ts';
import { useTheme } from '../../ui/useTheme.ts';
import { NodesTable } from './NodesTable.tsx';
import { RingCanvas } from './RingCanvas.tsx';
import { RingLegend } from './RingLegend.tsx';
import { RingOverlay } from './RingOverlay.tsx';
import { RingTooltip } from './RingTooltip.tsx';
import styles from './RingView.module.css';
import type { RingLabels } from './ringLabels.ts';
import { useRingKeys } from './useRingKeys.ts';
import { useRingPointing } from './useRingPointing.ts';

/**
 * What is drawn: keep `ring` while plan, counts and nodes stay. keysOf: about so many sampled keys (prepareRingKeys or
 * prepareCircleKeys); keyLimit: draw so many, instead of one for the rows of a heap's dot.
 */
export interface RingViewModel {
  readonly ring: RingModel;
  readonly keysOf: (count: number) => RingKeys;
  /** All rows. */
  readonly total: number;
  readonly keyLimit?: number;
}

/**
 * t: plan time in [0, steps]; reducedMotion: only whole steps are shown, and strip and ring fade into each other. bend: 0
 * is the strip, 1 the ring. onSelect gets a partition and its place on the page, for a popover.
 */
export interface RingViewProps {
  readonly model: RingViewModel;
  readonly t: number;
  readonly bend?: number;
  readonly selected: BoxRef | null;
  readonly onSelect: (arc: BoxRef, anchor: DOMRect) => void;
  readonly onHover?: (mark: RingMark | null) => void;
  readonly labels: RingLabels;
  readonly reducedMotion: boolean;
}

function ignore(): void {}

/** Partitions as arcs of a ring with sampled keys inside, and their nodes as heaps of dots; fills its parent. */
export function RingView(props: RingViewProps): ReactElement {
  const { model, bend = 1, selected, onSelect, onHover = ignore, labels, reducedMotion } = props;
  const { ring, keysOf, total, keyLimit } = model;
  const t = reducedMotion ? Math.floor(props.t + 1e-9) : props.t;
  const stage = useRef<HTMLDivElement>(null);
  const summaryId = useId();
  const [isTable, setTable] = useState(false);
  const theme = useTheme(stage);
  const { width, height } = useSize(stage);
  const frame = useMemo(() => computeRingFrame(width, height), [width, height]);
  const scene = useMemo(() => computeRing(ring, frame), [ring, frame]);
  const { rowsPerDot } = scene.stacks;
  const { keys, diameter } = useRingKeys(keysOf, keyLimit ?? Math.round(total / rowsPerDot), frame);
  const { focusKey, pointed, handlers } = useRingPointing({ scene, t, onSelect, onHover });
  const selectedBox = selected === null ? undefined : ring.strip?.[selected.side][selected.index];
  return (
    <figure className={styles.figure}>
      <div ref={stage} className={styles.stage}>
        {theme === null || isTable ? null : (
          <RingCanvas
            scene={scene}
            keys={keys}
            t={t}
            bend={bend}
            crossfade={reducedMotion}
            theme={theme}
            diameter={diameter}
          />
        )}
        {bend < 1 || isTable ? null : (
          <RingOverlay
            scene={scene}
            t={t}
            focusKey={focusKey}
            selectedKey={selectedBox === undefined ? null : markKey('after', selectedBox)}
            labels={labels}
            summaryId={summaryId}
            handlers={handlers}
          />
        )}
        {isTable ? <NodesTable model={ring} t={Math.floor(t)} labels={labels} /> : null}
        {pointed === null || isTable ? null : (
          <RingTooltip mark={pointed} scene={scene} lines={labels.tooltip(pointed)} />
        )}
      </div>
      <p id={summaryId} className="visually-hidden">
        {labels.summary}
      </p>
      <div className={styles.foot}>
        <RingLegend
          texts={labels.legend}
          rowsPerDot={rowsPerDot}
          rowsPerKey={keys.count === 0 ? null : total / keys.count}
          rows={scene.heapsAt(t)}
        />
        <button type="button" aria-pressed={isTable} onClick={() => setTable(!isTable)}>
          {labels.showTable}
        </button>
      </div>
    </figure>
  );
}
