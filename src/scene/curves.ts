/** One line of a chart: values[i] belongs to i + 1 nodes; NaN where there is none. */
export interface Curve {
  readonly id: string;
  readonly values: ArrayLike<number>;
}

export interface CurveFrame {
  /** CSS pixels of the plot, without its axes. */
  readonly width: number;
  readonly height: number;
  /** Value at the lower and at the upper edge; what is beyond lies on the edge. */
  readonly min: number;
  readonly max: number;
}

export interface CurveTick {
  readonly value: number;
  readonly y: number;
}

/** Strokes and gaps of the lines in a chart, by their position: colour alone doesn't tell them apart. */
const DASHES = ['none', '8 3', '2 3', '10 3 2 3', '5 2', '12 3 2 3 2 3', '1 3', '14 5'] as const;

export function curveDash(index: number): string {
  return DASHES[index % DASHES.length]!;
}

/** SVG path of a curve; points without a value interrupt it. */
export function curvePath({ values }: Curve, frame: CurveFrame): string {
  let path = '';
  let isPenDown = false;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (Number.isNaN(value)) {
      isPenDown = false;
      continue;
    }
    path += `${isPenDown ? 'L' : 'M'}${curveX(i + 1, values.length, frame).toFixed(1)} ${curveY(value, frame).toFixed(1)}`;
    isPenDown = true;
  }
  return path;
}

/** Place of a number of nodes, 1 to `most`. */
export function curveX(nodes: number, most: number, { width }: CurveFrame): number {
  return most < 2 ? 0 : ((nodes - 1) / (most - 1)) * width;
}

export function curveY(value: number, { height, min, max }: CurveFrame): number {
  const inside = Math.min(max, Math.max(min, value));
  return height - ((inside - min) / (max - min)) * height;
}

/** Three to six round values between the edges. */
export function curveTicks(frame: CurveFrame): CurveTick[] {
  const rough = (frame.max - frame.min) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5].find((n) => n * power >= rough) ?? 10) * power;
  const ticks: CurveTick[] = [];
  for (let n = Math.ceil(frame.min / step - 1e-9); n * step <= frame.max + 1e-9; n++) {
    // Ceil gives -0 at the lower edge.
    const value = n * step + 0;
    ticks.push({ value, y: curveY(value, frame) });
  }
  return ticks;
}
