import { boxGap, type StripFrame, toPx } from './stripFrame.ts';
import type { StripModel, UnitBox } from './stripModel.ts';
import { viewSpan } from './zoom.ts';

/** px = offset[box] + slope[box] * place, so that the dots of a box keep clear of its outline. Device px. */
export interface BoxLines {
  readonly offset: Float64Array;
  readonly slope: Float64Array;
}

/** What one dot writes. */
export interface DotStamp {
  /** Side in device px and coverage 0..255, row by row. */
  readonly stampSize: number;
  readonly stamp: Uint8Array;
  /** Dots under 3 CSS px are squares: when there are many, shape costs time and cannot be seen. */
  readonly square: boolean;
}

/** Where dots go; everything in device px, relative to the pixel buffer's top left corner. */
export interface DotGeometry extends DotStamp {
  /** Old partitions, new partitions; the same lines serve both rows. */
  readonly from: BoxLines;
  readonly to: BoxLines;
  /** Top and bottom of the dots' centres in the two rows. */
  readonly beforeTop: number;
  readonly afterTop: number;
  readonly rowHeight: number;
  /** Where dots change their x. */
  readonly ribbonTop: number;
  readonly ribbonHeight: number;
  /** Plot edges: dots outside are not drawn. */
  readonly left: number;
  readonly right: number;
  readonly rebuild: boolean;
}

/** The stamp of a dot `diameter` CSS px wide: coverage of a circle, 4 x 4 samples a device pixel. */
export function computeStamp(diameter: number, pixelRatio: number): DotStamp {
  const stampSize = Math.max(1, Math.round(diameter * pixelRatio));
  const stamp = new Uint8Array(stampSize * stampSize);
  const square = diameter < 3;
  if (stampSize < 3) return { stampSize, stamp: stamp.fill(255), square };
  const r = stampSize / 2;
  for (let i = 0; i < stamp.length; i++) {
    let inside = 0;
    for (let s = 0; s < 16; s++) {
      const x = (i % stampSize) + ((s & 3) + 0.5) / 4 - r;
      const y = Math.floor(i / stampSize) + ((s >> 2) + 0.5) / 4 - r;
      if (x * x + y * y <= r * r) inside++;
    }
    stamp[i] = Math.round((inside / 16) * 255);
  }
  return { stampSize, stamp, square };
}

function computeLines(boxes: readonly UnitBox[], frame: StripFrame, ratio: number, radius: number): BoxLines {
  const offset = new Float64Array(boxes.length);
  const slope = new Float64Array(boxes.length);
  for (const box of boxes) {
    const start = toPx(frame, box.x);
    const width = (box.width / viewSpan(frame.view)) * frame.plotWidth;
    const pad = Math.min(boxGap(width) / 2 + 1 + radius, width / 2);
    const scale = ((width - 2 * pad) / box.width) * ratio;
    slope[box.index] = scale;
    offset[box.index] = (start + pad) * ratio - box.x * scale;
  }
  return { offset, slope };
}

/** diameter: CSS px. top: first CSS px row of the buffer on the stage. */
export function computeDotGeometry(
  model: StripModel,
  frame: StripFrame,
  options: { readonly pixelRatio: number; readonly diameter: number; readonly top: number },
): DotGeometry {
  const { pixelRatio, diameter, top } = options;
  const pad = 2 + diameter / 2;
  return {
    from: computeLines(model.from, frame, pixelRatio, diameter / 2),
    to: computeLines(model.to, frame, pixelRatio, diameter / 2),
    beforeTop: (frame.beforeY - top + pad) * pixelRatio,
    afterTop: (frame.afterY - top + pad) * pixelRatio,
    rowHeight: Math.max(0, frame.boxHeight - 2 * pad) * pixelRatio,
    ribbonTop: (frame.beforeY + frame.boxHeight - top) * pixelRatio,
    ribbonHeight: (frame.afterY - frame.beforeY - frame.boxHeight) * pixelRatio,
    left: frame.left * pixelRatio,
    right: (frame.left + frame.plotWidth) * pixelRatio,
    rebuild: model.input.plan.kind === 'rebuild',
    ...computeStamp(diameter, pixelRatio),
  };
}
