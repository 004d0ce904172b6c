import type { ReactElement } from 'react';
import { useT } from '../../i18n/useT.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { SegmentedControl } from '../../ui/SegmentedControl.tsx';
import { Slider } from '../../ui/Slider.tsx';
import styles from './SchemeRing.module.css';
import type { RingClock } from './useRingClock.ts';

export interface RingPlayerProps {
  readonly clock: RingClock;
  readonly reducedMotion: boolean;
}

/** Plays and scrubs the change of nodes; with reduced motion it is before or after. */
export function RingPlayer({ clock, reducedMotion }: RingPlayerProps): ReactElement {
  const { t, format } = useT();
  const { at, playing, seek, play } = clock;
  if (reducedMotion) {
    return (
      <div className={styles.player}>
        <SegmentedControl
          label={t('ring.change')}
          segments={[
            { id: 'before', label: t('ring.before') },
            { id: 'after', label: t('ring.after') },
          ]}
          value={at < 1 ? 'before' : 'after'}
          onSelect={(side) => seek(side === 'before' ? 0 : 1)}
        />
      </div>
    );
  }
  return (
    <div className={styles.player}>
      <IconButton
        label={t(playing ? 'command.pause' : 'command.play')}
        icon={playing ? 'pause' : 'play'}
        onPress={() => play(!playing)}
      />
      <div className={styles.scrub}>
        <Slider
          label={t('ring.change')}
          value={at}
          onChange={seek}
          min={0}
          max={1}
          step={0.01}
          format={(share) => format.percent(share, 1)}
        />
      </div>
    </div>
  );
}
