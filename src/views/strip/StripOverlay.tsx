import type { ReactElement, SVGProps } from 'react';
import type { BoxMark, StripScene } from '../../scene/strip.ts';
import { isFullView, minimapWindow } from '../../scene/zoom.ts';
import { BoxShape } from './BoxShape.tsx';
import styles from './StripStage.module.css';
import type { StripLabels } from './stripLabels.ts';

/** focusKey, selectedKey: keys of marks. handlers: events of the drawing, which finds boxes by their data-mark. */
export interface StripOverlayProps {
  readonly scene: StripScene;
  readonly t: number;
  readonly focusKey: string | null;
  readonly selectedKey: string | null;
  readonly labels: StripLabels;
  readonly summaryId: string;
  readonly handlers: SVGProps<SVGSVGElement>;
}

/** Boxes in view, and the focused one even when it is too thin for an outline of its own. */
function shownBoxes(scene: StripScene, t: number, focusKey: string | null): readonly BoxMark[] {
  const boxes = [...scene.beforeAt(t).boxes, ...scene.afterAt(t).boxes];
  if (boxes.some((box) => box.key === focusKey)) return boxes;
  const all = focusKey === null ? [] : scene.allAt(focusKey.startsWith('after') ? 'after' : 'before', t);
  const thin = all.find((box) => box.key === focusKey);
  if (thin !== undefined) return [...boxes, thin];
  if (boxes.length > 0) return boxes;
  return scene.firstAt(t);
}

/** What can be read, focused and pressed: SVG above the canvas layers. */
export function StripOverlay(props: StripOverlayProps): ReactElement {
  const { scene, t, focusKey, selectedKey, labels, summaryId, handlers } = props;
  const { frame } = scene;
  const boxes = shownBoxes(scene, t, focusKey);
  const tabKey = boxes.some((box) => box.key === focusKey) ? focusKey : boxes[0]?.key;
  const minimap = minimapWindow(frame.view, frame.plotWidth);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset can't be an SVG drawing.
    <svg
      {...handlers}
      className={styles.overlay}
      width={frame.width}
      height={frame.height}
      role="group"
      aria-label={labels.stage}
      aria-describedby={summaryId}
    >
      <text className={styles.caption} x={frame.left} y={frame.beforeCaptionY}>
        {labels.before}
      </text>
      {isFullView(frame.view) ? null : (
        <g className={styles.minimap}>
          <rect x={frame.left} y={frame.minimapY} width={frame.plotWidth} height={4} rx={2} />
          <rect x={frame.left + minimap.x} y={frame.minimapY} width={minimap.w} height={4} rx={2} />
        </g>
      )}
      {boxes.map((box) => (
        <BoxShape
          key={box.key}
          box={box}
          name={labels.boxName(box)}
          tabbable={box.key === tabKey}
          selected={box.key === selectedKey}
        />
      ))}
      <text className={styles.caption} x={frame.left} y={frame.afterCaptionY}>
        {labels.after}
      </text>
    </svg>
  );
}
