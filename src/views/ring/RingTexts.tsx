import type { ReactElement } from 'react';
import type { StackFrame } from '../../scene/nodeStacks.ts';
import type { RingFrame } from '../../scene/ringFrame.ts';
import type { RingModel } from '../../scene/ringModel.ts';
import { stepMovementAt } from '../../scene/stepMovement.ts';
import { textWidth } from '../../scene/stripFrame.ts';
import styles from './RingView.module.css';
import type { RingLabels } from './ringLabels.ts';

const LINE_SIZE = 11;
const LINE = 17;
/** Of the room inside the keys, for the title; its bold signs are wider than `textWidth` says. */
const TITLE_SHARE = 1.05;

/** The change in the middle of the ring; what does not fit inside the keys is left out. */
export function CentreText({
  frame,
  labels,
}: {
  readonly frame: RingFrame;
  readonly labels: RingLabels;
}): ReactElement {
  const { x, y, innerRadius } = frame;
  const size = Math.min(28, Math.max(12, (innerRadius * TITLE_SHARE) / Math.max(1, textWidth(labels.title, 1))));
  const lines = labels.lines.every((line) => textWidth(line, LINE_SIZE) * 0.9 < innerRadius * 1.85) ? labels.lines : [];
  const top = y - (lines.length * LINE) / 2;
  return (
    <g className={styles.centre}>
      <text x={x} y={top} style={{ fontSize: size }}>
        {labels.title}
      </text>
      {lines.map((line, i) => (
        <text key={line} className={styles.centreLine} x={x} y={top + size / 2 + 12 + i * LINE}>
          {line}
        </text>
      ))}
    </g>
  );
}

export interface StackTextsProps {
  readonly model: RingModel;
  readonly stacks: StackFrame;
  readonly t: number;
  readonly labels: RingLabels;
}

/** The capacity that all nodes share: one line across the heaps. */
export function CapacityLine({ model, stacks, labels }: Omit<StackTextsProps, 't'>): ReactElement | null {
  const { area, columns } = stacks;
  const y = columns[0]?.capacityY ?? null;
  const rows = model.nodes[0]?.capacityRows ?? null;
  if (y === null || rows === null) return null;
  return (
    <g>
      <line className={styles.capacity} x1={area.x} x2={area.x + area.w} y1={y} y2={y} />
      <text className={styles.capacityLabel} x={area.x} y={y - 5}>
        {`${columns[0]!.capacityAbove ? '↑ ' : ''}${labels.capacity(rows)}`}
      </text>
    </g>
  );
}

/** Whether one line tells the capacity of every node. */
export function hasSharedCapacity({ nodes }: RingModel): boolean {
  return nodes.every(({ capacityRows }) => capacityRows === nodes[0]?.capacityRows);
}

/** What is in the air, above the heaps. */
export function MovementText({ model, stacks, t, labels }: StackTextsProps): ReactElement | null {
  const movement = stepMovementAt(model, t);
  if (movement === null) return null;
  const { rows, goal } = labels.movement(movement);
  const right = stacks.area.x + stacks.area.w;
  return (
    <g className={styles.movement}>
      <text x={right} y={12}>
        {rows}
      </text>
      <text className={styles.movementGoal} x={right} y={27}>
        {goal}
      </text>
    </g>
  );
}
