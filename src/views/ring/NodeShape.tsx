import { memo, type ReactElement } from 'react';
import type { NodeNames, StackFrame } from '../../scene/nodeStacks.ts';
import type { NodeMark } from '../../scene/ringScene.ts';
import styles from './RingView.module.css';

/** names: of all nodes, as they are written; nameOf: accessible name. */
export interface NodeShapeProps {
  readonly mark: NodeMark;
  readonly stacks: StackFrame;
  readonly nameOf: (mark: NodeMark) => string;
  /** Null when there is no room for the rows of every node. */
  readonly formatRows: ((rows: number) => string) | null;
  readonly tabbable: boolean;
  readonly names: NodeNames;
  /** All nodes have the same capacity, which is drawn once for all. */
  readonly sharedCapacity: boolean;
}

/** Characters of an upright name that have room below the floor. */
const UPRIGHT_LENGTH = 6;

function Texts({ mark, names, stacks, formatRows }: NodeShapeProps): ReactElement | null {
  const { middle } = mark.column;
  const name = names.names[mark.node]!;
  const y = stacks.floor + 16;
  if (names.kind === 'none') return null;
  if (names.kind === 'upright') {
    return (
      <text className={styles.nodeUpright} transform={`translate(${middle - 4} ${stacks.floor + 5}) rotate(90)`}>
        {name.length <= UPRIGHT_LENGTH ? name : `${name.slice(0, UPRIGHT_LENGTH - 1)}…`}
      </text>
    );
  }
  return (
    <>
      <text className={styles.nodeName} data-short={name !== mark.name} x={middle} y={y}>
        {name}
      </text>
      <text className={styles.nodeRows} x={middle} y={y + 14}>
        {formatRows?.(mark.rows)}
      </text>
    </>
  );
}

/** Name, rows and capacity of one node, and the area that shows its focus. */
export const NodeShape = memo(function NodeShape(props: NodeShapeProps): ReactElement {
  const { mark, stacks, nameOf, tabbable, sharedCapacity } = props;
  const { x, w, room, middle, capacityY } = mark.column;
  const pad = Math.max(0, Math.min(4, (room - w) / 2));
  return (
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: it is focused for its figures; there is nothing to press.
    <g role="img" tabIndex={tabbable ? 0 : -1} aria-label={nameOf(mark)} data-mark={mark.key} className={styles.node}>
      <rect x={x - pad} y={stacks.area.y} width={w + 2 * pad} height={stacks.area.h + 34} rx={4} />
      <line className={styles.floor} x1={x} x2={x + w} y1={stacks.floor + 1} y2={stacks.floor + 1} />
      {capacityY === null || sharedCapacity ? null : (
        <line
          className={styles.capacity}
          x1={middle - room * 0.45}
          x2={middle + room * 0.45}
          y1={capacityY}
          y2={capacityY}
        />
      )}
      <Texts {...props} />
    </g>
  );
});
