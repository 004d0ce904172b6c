import type { ReactElement } from 'react';
import { stepTime } from '../../scene/clock.ts';
import { IconGlyph } from '../../ui/icons.tsx';
import styles from './Timeline.module.css';
import type { TimelineLabels } from './timelineLabels.ts';

export interface PlaybackButtonsProps {
  readonly t: number;
  readonly count: number;
  readonly playing: boolean;
  readonly onSeek: (t: number) => void;
  readonly onPlay: (playing: boolean) => void;
  readonly labels: TimelineLabels;
}

/** Step back, play or pause, step forward. */
export function PlaybackButtons(props: PlaybackButtonsProps): ReactElement {
  const { t, count, playing, onSeek, onPlay, labels } = props;
  return (
    <div className={styles.buttons}>
      <button
        type="button"
        aria-label={labels.stepBack}
        disabled={t <= 0}
        onClick={() => onSeek(stepTime(t, -1, count))}
      >
        <IconGlyph name="stepBack" />
      </button>
      <button
        type="button"
        className={styles.play}
        aria-label={playing ? labels.pause : labels.play}
        disabled={count === 0}
        onClick={() => onPlay(!playing)}
      >
        <IconGlyph name={playing ? 'pause' : 'play'} />
      </button>
      <button
        type="button"
        aria-label={labels.stepForward}
        disabled={t >= count}
        onClick={() => onSeek(stepTime(t, 1, count))}
      >
        <IconGlyph name="stepForward" />
      </button>
    </div>
  );
}
