import type { ReactElement } from 'react';
import type { StepMark, TimelineScene } from '../../scene/timelineScene.ts';
import { cx } from '../../ui/cx.ts';
import styles from './Timeline.module.css';

const ROW = 14;
const BLOCK = 10;

function Block({ mark, y }: { readonly mark: StepMark; readonly y: number }): ReactElement {
  // A lock that is held while rows are copied runs along the whole block; a brief one closes it.
  const held = mark.lock === 'held';
  return (
    <g className={styles.block} data-status={mark.status} transform={`translate(0 ${y})`}>
      <rect className={styles.work} x={mark.x} width={mark.w} height={BLOCK} rx={2} />
      {mark.lockW === 0 ? null : (
        <rect
          className={styles.lockMark}
          data-lock={mark.lock}
          x={mark.lockX}
          y={held ? BLOCK - 3 : 0}
          width={mark.lockW}
          height={held ? 3 : BLOCK}
          rx={held ? 1 : 2}
        />
      )}
    </g>
  );
}

/** The drawing of the track: a row a step, or a window of rows and a band of all steps, and the playhead. */
export function TimelineTrack({ scene }: { readonly scene: TimelineScene }): ReactElement {
  const { rows, band, playheadX, trackWidth } = scene;
  const bandHeight = rows.length === 0 ? 40 : ROW;
  const height = rows.length * ROW + (band.length > 0 ? bandHeight : 0) + 8;
  const head = Math.min(trackWidth - 1, Math.max(1, playheadX));
  return (
    <svg width={trackWidth} height={height} data-long={band.length > 0} aria-hidden="true" focusable="false">
      {rows.map((mark, i) => (
        <Block key={mark.index} mark={mark} y={6 + i * ROW} />
      ))}
      {band.map((run) => (
        <g
          key={run.status}
          className={cx(styles.block, styles.run)}
          data-status={run.status}
          transform={`translate(0 ${6 + rows.length * ROW})`}
        >
          <rect className={styles.work} x={run.x} width={run.w} height={bandHeight - 4} />
        </g>
      ))}
      <path className={styles.playhead} d={`M${head - 5} 0h10l-5 6zM${head - 0.75} 0h1.5v${height}h-1.5z`} />
    </svg>
  );
}
