import type { ReactElement } from 'react';
import type { StackFrame } from '../../scene/nodeStacks.ts';
import type { RingScene } from '../../scene/ringScene.ts';
import type { BoxRef } from '../../scene/strip.ts';
import styles from './RingView.module.css';
import type { ArcDrag } from './useArcDrag.ts';

export interface DropTargetsProps {
  readonly drag: ArcDrag;
  readonly stacks: StackFrame;
  readonly canDrop: (arc: BoxRef, node: number) => boolean;
}

/** Below the floor, for name and rows. CSS px. */
const LABELS = 35;

/** Outlines of the nodes that take the dragged partition; each is as large as the area it can be let go over. */
export function DropTargets({ drag, stacks, canDrop }: DropTargetsProps): ReactElement {
  const { area, columns } = stacks;
  return (
    <g className={styles.targets}>
      {columns
        .filter(({ node }) => canDrop(drag.arc, node))
        .map(({ node, middle, room }) => {
          const w = Math.max(1, room - 4);
          return (
            <rect
              key={node}
              data-drop={node}
              data-over={node === drag.node}
              x={middle - w / 2}
              y={area.y}
              width={w}
              height={area.h + LABELS}
              rx={4}
            />
          );
        })}
    </g>
  );
}

/** Room of the label beside the pointer. CSS px. */
const BESIDE = 12;

/** What is dragged, beside the pointer, and where it would go. */
export function DragLabel({ drag, scene }: { readonly drag: ArcDrag; readonly scene: RingScene }): ReactElement {
  const { width } = scene.frame;
  const { arc, x, y, node } = drag;
  const side = x > width / 2 ? { right: width - x + BESIDE } : { left: x + BESIDE };
  const goal = scene.model.nodes[node]?.name;
  return (
    <div className={styles.dragLabel} style={{ ...side, top: y + BESIDE }} aria-hidden="true">
      {goal === undefined ? arc.name : `${arc.name} → ${goal}`}
    </div>
  );
}
