import { type MouseEvent, type ReactElement, useId, useMemo, useRef, useState } from 'react';
import { computeRingFrame } from '../../scene/ringFrame.ts';
import type { RingKeys } from '../../scene/ringKeys.ts';
import type { RingModel } from '../../scene/ringModel.ts';
import { computeRing, type RingMark } from '../../scene/ringScene.ts';
import { type BoxRef, markKey } from '../../scene/strip.ts';
import { useSize } from '../../ui/useSize.ts';
import { useTheme } from '../../ui/useTheme.ts';
import { DragLabel } from './DragLayer.tsx';
import { NodesTable } from './NodesTable.tsx';
import { RingCanvas } from './RingCanvas.tsx';
import { RingLegend } from './RingLegend.tsx';
import { RingOverlay } from './RingOverlay.tsx';
import { RingTooltip } from './RingTooltip.tsx';
import styles from './RingView.module.css';
import type { RingLabels } from './ringLabels.ts';
import { useArcDrag } from './useArcDrag.ts';
import { useRingKeys } from './useRingKeys.ts';
import { ringMarkOf, useRingPointing } from './useRingPointing.ts';

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
 * is the strip, 1 the ring. onSelect gets a partition and its place on the page, for a popover. onDrop: a partition was
 * dragged onto a node for which canDrop holds; without it nothing can be dragged. pinned: keys of marks (markKey).
 */
export interface RingViewProps {
  readonly model: RingViewModel;
  readonly t: number;
  readonly bend?: number;
  readonly selected: BoxRef | null;
  readonly onSelect: (arc: BoxRef, anchor: DOMRect) => void;
  readonly onReach?: (arc: BoxRef) => void;
  readonly onDrop?: (arc: BoxRef, node: number) => void;
  readonly canDrop?: (arc: BoxRef, node: number) => boolean;
  readonly pinned?: ReadonlySet<string>;
  readonly labels: RingLabels;
  /** Saves the table of the nodes; a button of this name stands beside it. */
  readonly save?: { readonly label: string; readonly onPress: () => void };
  readonly reducedMotion: boolean;
}

function ignore(): void {}
const NONE: ReadonlySet<string> = new Set();

function tooltipLines(mark: RingMark, { labels, pinned, onDrop }: RingViewProps): readonly string[] {
  const lines = [...labels.tooltip(mark)];
  if (mark.kind === 'node') return lines;
  if (pinned?.has(mark.key) === true) lines.push(labels.pinned);
  if (onDrop !== undefined) lines.push(labels.dragHint);
  return lines;
}

/** Partitions as arcs of a ring with sampled keys inside, and their nodes as heaps of dots; fills its parent. */
export function RingView(props: RingViewProps): ReactElement {
  const { model, bend = 1, selected, onSelect, onReach = ignore, labels, reducedMotion } = props;
  const { onDrop, canDrop = () => true, pinned = NONE } = props;
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
  const { focusKey, pointed, handlers } = useRingPointing({ scene, t, onSelect, onReach });
  const markOf = (event: MouseEvent<SVGSVGElement>) => ringMarkOf(scene, t, event);
  const dragging = useArcDrag({ scene, t, onDrop, canDrop, markOf });
  const drag = bend < 1 || isTable ? null : dragging.drag;
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
            handlers={{ ...handlers, ...dragging.handlers }}
            pinned={pinned}
            drag={drag}
            canDrop={onDrop === undefined ? null : canDrop}
          />
        )}
        {isTable ? <NodesTable model={ring} t={Math.floor(t)} labels={labels} /> : null}
        {pointed === null || isTable || drag !== null ? null : (
          <RingTooltip mark={pointed} scene={scene} lines={tooltipLines(pointed, props)} />
        )}
        {drag === null ? null : <DragLabel drag={drag} scene={scene} />}
      </div>
      <p id={summaryId} className="visually-hidden">
        {onDrop === undefined ? labels.summary : `${labels.summary} ${labels.dragHint}`}
      </p>
      <div className={styles.foot}>
        <RingLegend
          texts={labels.legend}
          rowsPerDot={rowsPerDot}
          rowsPerKey={keys.count === 0 ? null : total / keys.count}
          rows={scene.heapsAt(t)}
          moves={ring.counts.moved > 0}
          copies={ring.ledger.dropAt >= 0}
        />
        {isTable && props.save !== undefined && (
          <button type="button" onClick={props.save.onPress}>
            {props.save.label}
          </button>
        )}
        <button type="button" aria-pressed={isTable} onClick={() => setTable(!isTable)}>
          {labels.showTable}
        </button>
      </div>
    </figure>
  );
}
