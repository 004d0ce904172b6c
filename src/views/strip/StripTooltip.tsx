import type { ReactElement } from 'react';
import type { BoxMark } from '../../scene/strip.ts';
import type { StripFrame } from '../../scene/stripFrame.ts';
import styles from './StripStage.module.css';

/** lines: a title and facts, translated. */
export interface StripTooltipProps {
  readonly box: BoxMark;
  readonly frame: StripFrame;
  readonly lines: readonly string[];
}

/** Exact figures of the box under the pointer or in focus; its name says the same to screen readers. */
export function StripTooltip({ box, frame, lines }: StripTooltipProps): ReactElement {
  const centre = Math.min(frame.width - 110, Math.max(110, box.x + box.w / 2));
  const below = box.row === 'before';
  const top = below ? box.y + box.h + 8 : box.y - 8;
  return (
    <div
      className={styles.tooltip}
      data-side={below ? 'below' : 'above'}
      style={{ left: centre, top }}
      aria-hidden="true"
    >
      {lines.map((line) => (
        <div key={line}>{line}</div>
      ))}
    </div>
  );
}
