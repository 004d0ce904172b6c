import type { ReactElement } from 'react';
import type { StackFrame } from '../../scene/nodeStacks.ts';
import type { RingFrame } from '../../scene/ringFrame.ts';
import type { RingModel } from '../../scene/ringModel.ts';
import { layOutCentre } from '../../scene/ringTexts.ts';
import { stepMovementAt } from '../../scene/stepMovement.ts';
import styles from './RingView.module.css';
import type { RingLabels } from './ringLabels.ts';

/** The change in the middle of the ring; what does not fit inside the keys is left out. */
export function CentreText({
  frame,
  labels,
}: {
  readonly frame: RingFrame;
  readonly labels: RingLabels;
}): ReactElement {
  const { x, y, innerRadius } = frame;
  const { size, top, lines } = layOutCentre(y, innerRadius, labels.title, labels.lines);
  return (
    <g className={styles.centre}>
      <text x={x} y={top} style={{ fontSize: size }}>
        {labels.title}
      </text>
      {lines.map((line) => (
        <text key={line.text} className={styles.centreLine} x={x} y={line.y}>
          {line.text}
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
