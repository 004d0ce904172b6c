import { type ReactElement, type SVGProps, useMemo } from 'react';
import { type NodeNames, nameNodes, type StackFrame } from '../../scene/nodeStacks.ts';
import type { RingModel } from '../../scene/ringModel.ts';
import { type RingScene, shownArcs } from '../../scene/ringScene.ts';
import { chooseRowsFormat, hasSharedCapacity } from '../../scene/ringTexts.ts';
import type { BoxRef } from '../../scene/strip.ts';
import { ArcShape } from './ArcShape.tsx';
import { DropTargets } from './DragLayer.tsx';
import { NodeShape } from './NodeShape.tsx';
import { CapacityLine, CentreText, MovementText } from './RingTexts.tsx';
import styles from './RingView.module.css';
import type { RingLabels } from './ringLabels.ts';
import type { ArcDrag } from './useArcDrag.ts';

/**
 * focusKey, selectedKey, pinned: keys of marks. handlers: events of the drawing, which finds marks by their data-mark.
 * canDrop: null where no partition can be dragged.
 */
export interface RingOverlayProps {
  readonly scene: RingScene;
  readonly t: number;
  readonly focusKey: string | null;
  readonly selectedKey: string | null;
  readonly labels: RingLabels;
  readonly summaryId: string;
  readonly handlers: SVGProps<SVGSVGElement>;
  readonly pinned: ReadonlySet<string>;
  readonly drag: ArcDrag | null;
  readonly canDrop: ((arc: BoxRef, node: number) => boolean) | null;
}

function namesOf({ nodes }: RingModel, { columns }: StackFrame): NodeNames {
  return nameNodes(
    nodes.map(({ name }) => name),
    columns[0]?.room ?? 0,
  );
}

/** What can be read, focused and pressed: SVG above the canvas. */
export function RingOverlay(props: RingOverlayProps): ReactElement {
  const { scene, t, focusKey, selectedKey, labels, summaryId, handlers, pinned, drag, canDrop } = props;
  const { frame, stacks, model } = scene;
  const arcs = shownArcs(scene, t, focusKey);
  const nodes = scene.nodesAt(t);
  const keys = [...arcs, ...nodes].map(({ key }) => key);
  const tabKey = focusKey !== null && keys.includes(focusKey) ? focusKey : keys[0];
  const shared = hasSharedCapacity(model);
  const names = useMemo(() => namesOf(model, stacks), [model, stacks]);
  const formatRows = useMemo(() => chooseRowsFormat(scene, [labels.formatRows, labels.formatShort]), [scene, labels]);
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
      data-draggable={canDrop !== null}
      data-dragging={drag !== null}
    >
      <CentreText frame={frame} labels={labels} />
      {arcs.map((arc) => (
        <ArcShape
          key={arc.key}
          arc={arc}
          frame={frame}
          nameOf={labels.arcName}
          tabbable={arc.key === tabKey}
          selected={arc.key === selectedKey}
          pinned={pinned.has(arc.key) ? labels.pinned : null}
        />
      ))}
      {nodes.map((mark) => (
        <NodeShape
          key={mark.key}
          mark={mark}
          stacks={stacks}
          nameOf={labels.nodeName}
          names={names}
          formatRows={formatRows}
          tabbable={mark.key === tabKey}
          sharedCapacity={shared}
        />
      ))}
      {shared ? <CapacityLine model={model} stacks={stacks} labels={labels} /> : null}
      {drag === null || canDrop === null ? null : <DropTargets drag={drag} stacks={stacks} canDrop={canDrop} />}
      <MovementText model={model} stacks={stacks} t={t} labels={labels} />
    </svg>
  );
}
