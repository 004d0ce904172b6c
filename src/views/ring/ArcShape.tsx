import { memo, type ReactElement } from 'react';
import { type BentStrip, traceBand } from '../../scene/bend.ts';
import { nodeHue } from '../../scene/nodeHue.ts';
import type { RingFrame } from '../../scene/ringFrame.ts';
import { type ArcMark, arcLength } from '../../scene/ringScene.ts';
import { LABEL_SIZE } from '../../scene/strip.ts';
import { textWidth } from '../../scene/stripFrame.ts';
import { createSvgPath } from '../../scene/svg/svgPath.ts';
import styles from './RingView.module.css';

/** tabbable: the one mark that Tab reaches. nameOf: accessible name. pinned: what to say of a pinned one, else null. */
export interface ArcShapeProps {
  readonly arc: ArcMark;
  readonly frame: RingFrame;
  readonly nameOf: (arc: ArcMark) => string;
  readonly tabbable: boolean;
  readonly selected: boolean;
  readonly pinned: string | null;
}

/** A thin arc's outline is at least so long that its focus can be seen. CSS px. */
const MIN_LENGTH = 3;

function outline(frame: RingFrame, { x0, x1 }: ArcMark): string {
  const length = 2 * Math.PI * frame.radius;
  const strip: BentStrip = { s: 1, x: frame.x, y: frame.y, length };
  const path = createSvgPath();
  const half = Math.max(arcLength(frame, x0, x1) - 2, MIN_LENGTH) / length / 2;
  const middle = (x0 + x1) / 2;
  traceBand(path, strip, middle - half, middle + half, frame.arcs.inner, frame.arcs.outer);
  return path.data.join('');
}

/** A pin to the right of the label, or in its place. */
function PinMark({ arc }: { readonly arc: ArcMark }): ReactElement {
  const x = arc.label === '' ? arc.labelX : arc.labelX + textWidth(arc.label, LABEL_SIZE) / 2 + 5;
  return (
    <g data-pin={arc.key} className={styles.pin} transform={`translate(${x} ${arc.labelY})`}>
      <circle cy={-2} r={2.5} />
      <path d="M0 0V5" />
    </g>
  );
}

/** Outline and label of one partition. */
export const ArcShape = memo(function ArcShape({
  arc,
  frame,
  nameOf,
  tabbable,
  selected,
  pinned,
}: ArcShapeProps): ReactElement {
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: SVG has no button element. */}
      <g
        role="button"
        tabIndex={tabbable ? 0 : -1}
        aria-label={pinned === null ? nameOf(arc) : `${nameOf(arc)}; ${pinned}`}
        aria-pressed={selected}
        data-mark={arc.key}
        data-status={arc.status}
        className={styles.arc}
        style={
          { '--arc-hue': arc.node < 0 ? 'var(--stays)' : `var(--hue-${nodeHue(arc.node)})` } as React.CSSProperties
        }
      >
        <path d={outline(frame, arc)} />
      </g>
      {/* Beside the button, not in it: its name says the same in full. */}
      {arc.label === '' ? null : (
        // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a text without tabindex can't be focused.
        <text
          aria-hidden="true"
          data-mark={arc.key}
          data-status={arc.status}
          className={styles.arcLabel}
          x={arc.labelX}
          y={arc.labelY}
        >
          {arc.label}
        </text>
      )}
      {pinned === null ? null : <PinMark arc={arc} />}
    </>
  );
});
