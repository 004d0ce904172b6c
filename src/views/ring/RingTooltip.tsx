import type { ReactElement } from 'react';
import { type RingMark, type RingScene, ringPoint } from '../../scene/ringScene.ts';
import { MarkTooltip } from '../../ui/MarkTooltip.tsx';

/** lines: a title and facts, translated. */
export interface RingTooltipProps {
  readonly mark: RingMark;
  readonly scene: RingScene;
  readonly lines: readonly string[];
}

/** Where an arc's tooltip points: just inside the arcs, so that it stays on the stage. */
function arcTip({ frame }: RingScene, x0: number, x1: number) {
  const { x, y } = ringPoint(frame, (x0 + x1) / 2, frame.radius + frame.arcs.inner);
  const side = y > frame.y ? ('above' as const) : ('below' as const);
  return { x, y: side === 'above' ? y - 6 : y + 6, side };
}

/** Exact figures of an arc, or of a node at its heap. */
export function RingTooltip({ mark, scene, lines }: RingTooltipProps): ReactElement {
  const tip =
    mark.kind === 'arc'
      ? arcTip(scene, mark.x0, mark.x1)
      : { x: mark.column.middle, y: scene.stacks.area.y, side: 'below' as const };
  return <MarkTooltip {...tip} width={scene.frame.width} lines={lines} />;
}
