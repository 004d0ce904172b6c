import type { ReactElement } from 'react';
import type { BoxMark } from '../../scene/strip.ts';
import type { StripFrame } from '../../scene/stripFrame.ts';
import { MarkTooltip } from '../../ui/MarkTooltip.tsx';

/** lines: a title and facts, translated. */
export interface StripTooltipProps {
  readonly box: BoxMark;
  readonly frame: StripFrame;
  readonly lines: readonly string[];
}

/** Exact figures of a box, between the rows. */
export function StripTooltip({ box, frame, lines }: StripTooltipProps): ReactElement {
  const below = box.row === 'before';
  return (
    <MarkTooltip
      x={box.x + box.w / 2}
      y={below ? box.y + box.h + 8 : box.y - 8}
      width={frame.width}
      side={below ? 'below' : 'above'}
      lines={lines}
    />
  );
}
