import { type ReactElement, useMemo, useRef } from 'react';
import { SPEEDS } from '../../scene/clock.ts';
import { computeTimeline, type TimelineInput } from '../../scene/timelineScene.ts';
import { ExactnessMark } from '../../ui/ExactnessMark.tsx';
import { PlaybackButtons } from './PlaybackButtons.tsx';
import styles from './Timeline.module.css';
import { TimelineTrack } from './TimelineTrack.tsx';
import type { TimelineLabels } from './timelineLabels.ts';
import { useScrub } from './useScrub.ts';
import { useWidth } from './useWidth.ts';

/** t: plan time in [0, steps]. onSeek gets a plan time; onPlay whether to run; onSpeed one of SPEEDS. */
export interface TimelineProps {
  readonly model: TimelineInput;
  readonly t: number;
  readonly playing: boolean;
  readonly speed: number;
  readonly onSeek: (t: number) => void;
  readonly onPlay: (playing: boolean) => void;
  readonly onSpeed: (speed: number) => void;
  readonly labels: TimelineLabels;
}

/** One block a step, its lock in its own colour, and a playhead to drag: the plan against time. */
export function Timeline(props: TimelineProps): ReactElement {
  const { model, t, playing, speed, onSeek, onPlay, onSpeed, labels } = props;
  const track = useRef<HTMLDivElement>(null);
  const width = useWidth(track);
  const scene = useMemo(() => computeTimeline(model, t, width), [model, t, width]);
  const scrub = useScrub({ track, model, t, width, onSeek });
  const count = model.steps.length;
  const position = labels.position(scene.current, t);
  return (
    <section className={styles.timeline} data-region="timeline">
      <header className={styles.header}>
        <PlaybackButtons t={t} count={count} playing={playing} onSeek={onSeek} onPlay={onPlay} labels={labels} />
        <strong className={styles.position}>{position}</strong>
        <SpeedSelect speed={speed} onSpeed={onSpeed} labels={labels} />
        <span className={styles.note}>
          <span title={labels.note}>{labels.note}</span> <ExactnessMark {...labels.noteMark} />
        </span>
      </header>
      <div className={styles.body}>
        <ol className={styles.names} aria-hidden="true">
          {scene.rows.map((row) => (
            <li key={row.index} data-current={row.index === scene.current} title={labels.stepName(row.index)}>
              {labels.stepName(row.index)}
            </li>
          ))}
          {scene.rows.length === 0 && count > 0 ? <li data-current="true">{labels.stepName(scene.current)}</li> : null}
        </ol>
        <div
          {...scrub}
          ref={track}
          className={styles.track}
          role="slider"
          tabIndex={0}
          aria-label={labels.timeline}
          aria-valuemin={0}
          aria-valuemax={count}
          aria-valuenow={Math.round(t * 100) / 100}
          aria-valuetext={count === 0 ? position : `${position}: ${labels.stepName(scene.current)}`}
        >
          <TimelineTrack scene={scene} />
        </div>
      </div>
      <Legend labels={labels} />
    </section>
  );
}

function SpeedSelect({ speed, onSpeed, labels }: Pick<TimelineProps, 'speed' | 'onSpeed' | 'labels'>): ReactElement {
  return (
    <select
      className={styles.speed}
      aria-label={labels.speed}
      value={speed}
      onChange={(event) => onSpeed(Number(event.target.value))}
    >
      {SPEEDS.map((value) => (
        <option key={value} value={value}>
          {labels.formatSpeed(value)}
        </option>
      ))}
    </select>
  );
}

function Legend({ labels }: { readonly labels: TimelineLabels }): ReactElement {
  return (
    <footer className={styles.legend}>
      <span>
        <i className={styles.copy} data-swatch="" />
        {labels.legendCopy}
      </span>
      <span>
        <i className={styles.lock} data-swatch="" />
        {labels.legendLock}
      </span>
      <span>
        <i className={styles.waiting} data-swatch="" />
        {labels.legendToRun}
      </span>
    </footer>
  );
}
