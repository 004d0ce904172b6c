import '../../../src/ui/tokens.css';
import '../../../src/ui/global.css';
import { type ReactElement, useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { createSchemeRingLabels } from '../../../src/app/schemeRingLabels.ts';
import { formatOf } from '../../../src/i18n/format.ts';
import { loadTexts, t as translate } from '../../../src/i18n/i18n.ts';
import { RingView, type RingViewModel } from '../../../src/views/ring/RingView.tsx';
import type { RingLabels } from '../../../src/views/ring/ringLabels.ts';
import { useRingClock } from '../../../src/views/schemeRing/useRingClock.ts';
import { growRing, RING_KEYS, RING_STAGE } from '../ringWorkload.ts';

/** Room for the legend below the stage, CSS px. */
const FOOT = 60;

interface PlayerProps {
  readonly model: RingViewModel;
  readonly labels: RingLabels;
  readonly onReady: (play: () => void) => void;
  readonly onTime: (playing: boolean) => void;
}

function Player({ model, labels, onReady, onTime }: PlayerProps): ReactElement {
  const { at, playing, play } = useRingClock();
  useEffect(() => onReady(() => play(true)));
  useEffect(() => onTime(playing), [playing, onTime]);
  return (
    <RingView model={model} t={at} selected={null} onSelect={() => undefined} labels={labels} reducedMotion={false} />
  );
}

/** Shows the ring before a node joins; the result plays the change and tells when each frame of it began, ms. */
export async function openRing(): Promise<() => Promise<readonly number[]>> {
  await loadTexts();
  const { model, keys } = growRing();
  const labels = { ...createSchemeRingLabels(model, 'ring', translate, formatOf('en')), summary: '' };
  const shown = { ring: model, keysOf: () => keys, total: RING_KEYS, keyLimit: RING_KEYS };
  const stage = document.body.appendChild(document.createElement('div'));
  Object.assign(stage.style, { width: `${RING_STAGE.width}px`, height: `${RING_STAGE.height + FOOT}px` });
  let play = (): void => undefined;
  let onTime = (_playing: boolean): void => undefined;
  await new Promise<void>((resolve) => {
    const onReady = (start: () => void): void => {
      play = start;
      resolve();
    };
    createRoot(stage).render(
      <Player model={shown} labels={labels} onReady={onReady} onTime={(playing) => onTime(playing)} />,
    );
  });
  return () =>
    new Promise((resolve) => {
      const times: number[] = [];
      let frame = 0;
      const note = (time: number): void => {
        times.push(time);
        frame = requestAnimationFrame(note);
      };
      onTime = (playing) => {
        if (playing) frame = requestAnimationFrame(note);
        else if (times.length > 0) {
          cancelAnimationFrame(frame);
          resolve(times);
        }
      };
      play();
    });
}
