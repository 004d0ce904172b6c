import { memo, type ReactElement } from 'react';
import { type BoxMark, MIN_BOX } from '../../scene/strip.ts';
import styles from './StripStage.module.css';

/** tabbable: the one box of the strip that Tab reaches. name: accessible name. */
export interface BoxShapeProps {
  readonly box: BoxMark;
  readonly name: string;
  readonly tabbable: boolean;
  readonly selected: boolean;
}

/** Outline, label and count of one partition; a thin one is at least wide enough to show its focus. */
export const BoxShape = memo(function BoxShape({ box, name, tabbable, selected }: BoxShapeProps): ReactElement {
  const { x, y, w, h, row } = box;
  const middle = x + w / 2;
  const labelY = row === 'before' ? y - 22 : y + h + 15;
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: SVG has no button element. */}
      <g
        role="button"
        tabIndex={tabbable ? 0 : -1}
        aria-label={name}
        aria-pressed={selected}
        data-mark={box.key}
        data-status={box.status}
        data-empty={box.rows === 0}
        data-thin={w < MIN_BOX}
        className={styles.box}
        style={{ '--box-hue': box.hue === 0 ? 'var(--moves)' : `var(--hue-${box.hue})` } as React.CSSProperties}
      >
        <rect x={x} y={y} width={Math.max(MIN_BOX, w)} height={h} rx={Math.min(4, w / 3)} />
      </g>
      {/* Beside the button, not in it: its name says the same in full, and a shortened label would contradict it. */}
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: a g without tabindex can't be focused. */}
      <g aria-hidden="true" data-mark={box.key} data-status={box.status} className={styles.texts}>
        {box.label === '' ? null : (
          <text className={styles.label} x={middle} y={labelY} textAnchor="middle">
            {box.label}
          </text>
        )}
        {box.sublabel === '' ? null : (
          <text className={styles.count} x={middle} y={labelY + 14} textAnchor="middle">
            {box.sublabel}
          </text>
        )}
      </g>
    </>
  );
});
