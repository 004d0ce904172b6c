import type { ReactElement } from 'react';
import styles from './MarkTooltip.module.css';

/** x, y: the middle of its edge that faces the mark, CSS px of a stage that is `width` wide. lines: a title and facts. */
export interface MarkTooltipProps {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly side: 'above' | 'below';
  readonly lines: readonly string[];
}

/** Half of the widest tooltip, CSS px: nearer to the edge it would be cut. */
const REACH = 110;

/** Exact figures of the mark under the pointer or in focus; the mark's name says the same to screen readers. */
export function MarkTooltip({ x, y, width, side, lines }: MarkTooltipProps): ReactElement {
  const centre = Math.min(width - REACH, Math.max(REACH, x));
  return (
    <div className={styles.tooltip} data-side={side} style={{ left: centre, top: y }} aria-hidden="true">
      {lines.map((line) => (
        <div key={line}>{line}</div>
      ))}
    </div>
  );
}
