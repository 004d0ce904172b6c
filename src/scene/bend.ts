/*
 * The strip bends into the ring. A curve of length 1 has the same curvature everywhere, 2 pi s: none at s = 0, a full turn
 * at s = 1. Places u from 0 to 1 run along it from left to right and then clockwise; outside is above the strip.
 *
 *   s = 0   0 ------------- 1        s = 1/2    .-'''-.        s = 1     .-0-.
 *                                              0       1                (     )
 *                                                                        '---'
 *
 * The curve is held at its centre of gravity. An arch that closes has its seam below, so while it closes it also makes
 * half a turn: the seam ends at 12 o'clock, where the ring begins.
 */

/** A point of the bent strip, and the direction that is outside: away from the centre, above at s = 0. */
export interface BentPoint {
  readonly x: number;
  readonly y: number;
  readonly nx: number;
  readonly ny: number;
}

/** The bent strip on a stage, CSS px: a circular arc, or a straight line while it is as good as straight. */
export interface BentStrip {
  readonly s: number;
  /** Centre of gravity, and length along the middle line. */
  readonly x: number;
  readonly y: number;
  readonly length: number;
}

/** An arc of a circle, as canvases draw it: angles clockwise from 3 o'clock; place u is at start + u * sweep. */
export interface BentCircle {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly start: number;
  readonly sweep: number;
}

/** Below this bend the strip is drawn straight: its ends are less than a pixel off. */
const FLAT = 5e-4;

/** The bend from which on it turns: before, a turned arch would be higher than the stage. */
const TURN_FROM = 0.5;

export function smooth(x: number): number {
  const c = Math.min(1, Math.max(0, x));
  return c * c * (3 - 2 * c);
}

function sinc(z: number): number {
  return Math.abs(z) < 1e-4 ? 1 - (z * z) / 6 : Math.sin(z) / z;
}

function turn(s: number): number {
  return Math.PI * smooth((s - TURN_FROM) / (1 - TURN_FROM));
}

/** Where place u of a strip of length 1 is at bend s, both 0 to 1, from the centre of gravity; y grows downwards. */
export function bend(u: number, s: number): BentPoint {
  const a = u - 0.5;
  const curvature = 2 * Math.PI * s;
  const along = curvature * a;
  const half = sinc(along / 2);
  // (1 - sin z / z) / (2 pi s) with z = pi s, whose series is z / 12 / ... near 0.
  const gravity = s < 1e-4 ? (Math.PI * s) / 12 : (1 - sinc(Math.PI * s)) / curvature;
  const x = a * sinc(along);
  const y = a * (along / 2) * half * half - gravity;
  const [cos, sin] = [Math.cos(turn(s)), Math.sin(turn(s))];
  const angle = along + turn(s);
  return { x: x * cos - y * sin, y: x * sin + y * cos, nx: Math.sin(angle), ny: -Math.cos(angle) };
}

/** Place u at `offset` CSS px outside the middle line. */
export function bentPoint(strip: BentStrip, u: number, offset: number): { readonly x: number; readonly y: number } {
  const { x, y, nx, ny } = bend(u, strip.s);
  return { x: strip.x + x * strip.length + nx * offset, y: strip.y + y * strip.length + ny * offset };
}

/** The circle that the bent strip is an arc of; null while it is straight. */
export function bentCircle(strip: BentStrip): BentCircle | null {
  const { s, length } = strip;
  if (s < FLAT) return null;
  const radius = length / (2 * Math.PI * s);
  const below = radius * sinc(Math.PI * s);
  const phi = turn(s);
  return {
    x: strip.x - Math.sin(phi) * below,
    y: strip.y + Math.cos(phi) * below,
    radius,
    start: -Math.PI / 2 + phi - Math.PI * s,
    sweep: 2 * Math.PI * s,
  };
}

/** What a path is drawn on: a canvas context, or a writer of SVG. */
export interface ArcPath {
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  arc(x: number, y: number, radius: number, start: number, end: number, counterclockwise?: boolean): void;
  closePath(): void;
}

/** The outline of the places u0 to u1 between two offsets from the middle line, CSS px; `inner` < `outer`. */
export function traceBand(path: ArcPath, strip: BentStrip, u0: number, u1: number, inner: number, outer: number): void {
  const circle = bentCircle(strip);
  if (circle === null) {
    const [left, right] = [strip.x + (u0 - 0.5) * strip.length, strip.x + (u1 - 0.5) * strip.length];
    path.moveTo(left, strip.y - outer);
    path.lineTo(right, strip.y - outer);
    path.lineTo(right, strip.y - inner);
    path.lineTo(left, strip.y - inner);
  } else {
    const { x, y, radius, start, sweep } = circle;
    const [from, to] = [start + u0 * sweep, start + u1 * sweep];
    path.moveTo(x + (radius + outer) * Math.cos(from), y + (radius + outer) * Math.sin(from));
    path.arc(x, y, radius + outer, from, to);
    path.lineTo(x + (radius + inner) * Math.cos(to), y + (radius + inner) * Math.sin(to));
    path.arc(x, y, radius + inner, to, from, true);
  }
  path.closePath();
}

/** The line at an offset from the middle line, from end to end. */
export function traceEdge(path: ArcPath, strip: BentStrip, offset: number): void {
  const { x, y } = bentPoint(strip, 0, offset);
  path.moveTo(x, y);
  const circle = bentCircle(strip);
  if (circle === null) path.lineTo(x + strip.length, y);
  else path.arc(circle.x, circle.y, circle.radius + offset, circle.start, circle.start + circle.sweep);
}

/**
 * The middle line as a table for what needs many of its points: x, y, nx, ny of `size` places, at (i + 1/2) / size, in px
 * of a buffer with `ratio` px a CSS px. `out` has 4 numbers a place.
 */
export function fillBendTable(strip: BentStrip, size: number, ratio: number, out: Float32Array): void {
  const scale = strip.length * ratio;
  for (let i = 0; i < size; i++) {
    const { x, y, nx, ny } = bend((i + 0.5) / size, strip.s);
    out[4 * i] = strip.x * ratio + x * scale;
    out[4 * i + 1] = strip.y * ratio + y * scale;
    out[4 * i + 2] = nx;
    out[4 * i + 3] = ny;
  }
}
