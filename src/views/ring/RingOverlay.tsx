import type { ReactElement, SVGProps } from 'react';
import { nameNodes } from '../../scene/nodeStacks.ts';
import { type ArcMark, isWideArc, type RingScene } from '../../scene/ringScene.ts';
import { ArcShape } from './ArcShape.tsx';
import { NodeShape } from './NodeShape.tsx';
import { CapacityLine, CentreText, hasSharedCapacity, MovementText } from './RingTexts.tsx';
import styles from './RingView.module.css';
import type { RingLabels } from './ringLabels.ts';

/** focusKey, selectedKey: keys of marks. handlers: events of the drawing, which finds marks by their data-mark. */
export interface RingOverlayProps {
  readonly scene: RingScene;
  readonly t: number;
  readonly focusKey: string | null;
  readonly selectedKey: string | null;
  readonly labels: RingLabels;
  readonly summaryId: string;
  readonly handlers: SVGProps<SVGSVGElement>;
}

/** Arcs with an outline of their own, and the focused one even when it is too thin for that. */
function shownArcs(scene: RingScene, t: number, focusKey: string | null): readonly ArcMark[] {
  const all = scene.arcsAt(t);
  const shown = all.filter((arc) => isWideArc(scene.frame, arc) || arc.key === focusKey);
  return shown.length > 0 ? shown : all.slice(0, 1);
}

/** What can be read, focused and pressed: SVG above the canvas. */
export function RingOverlay(props: RingOverlayProps): ReactElement {
  const { scene, t, focusKey, selectedKey, labels, summaryId, handlers } = props;
  const { frame, stacks, model } = scene;
  const arcs = shownArcs(scene, t, focusKey);
  const nodes = scene.nodesAt(t);
  const keys = [...arcs, ...nodes].map(({ key }) => key);
  const tabKey = focusKey !== null && keys.includes(focusKey) ? focusKey : keys[0];
  const shared = hasSharedCapacity(model);
  const names = nameNodes(
    nodes.map(({ name }) => name),
    stacks.columns[0]?.room ?? 0,
  );
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
      <CentreText frame={frame} labels={labels} />
      {arcs.map((arc) => (
        <ArcShape
          key={arc.key}
          arc={arc}
          frame={frame}
          name={labels.arcName(arc)}
          tabbable={arc.key === tabKey}
          selected={arc.key === selectedKey}
        />
      ))}
      {nodes.map((mark) => (
        <NodeShape
          key={mark.key}
          mark={mark}
          stacks={stacks}
          labels={labels}
          names={names}
          tabbable={mark.key === tabKey}
          sharedCapacity={shared}
        />
      ))}
      {shared ? <CapacityLine model={model} stacks={stacks} labels={labels} /> : null}
      <MovementText model={model} stacks={stacks} t={t} labels={labels} />
    </svg>
  );
}
