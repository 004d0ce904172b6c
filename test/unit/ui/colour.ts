/** Colours as the tests of tokens.css see them: sRGB triples 0..1. */
export type Rgb = readonly [number, number, number];

export function parseHex(hex: string): Rgb {
  const channel = (at: number): number => Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return [channel(1), channel(3), channel(5)];
}

function toLinear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

function linearOf([r, g, b]: Rgb): Rgb {
  return [toLinear(r), toLinear(g), toLinear(b)];
}

function luminance([r, g, b]: Rgb): number {
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG 2.2 contrast ratio, 1..21. */
export function computeContrast(a: Rgb, b: Rgb): number {
  const first = luminance(linearOf(a)) + 0.05;
  const second = luminance(linearOf(b)) + 0.05;
  return Math.max(first, second) / Math.min(first, second);
}

type Matrix = readonly [Rgb, Rgb, Rgb];

/** Full dichromacy on linear RGB: G. M. Machado, M. M. Oliveira, L. A. F. Fernandes, IEEE TVCG 15(6), 2009. */
export const visions: Readonly<Record<'normal' | 'protan' | 'deutan' | 'tritan', Matrix>> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

function applyMatrix(matrix: Matrix, color: Rgb): Rgb {
  const row = ([a, b, c]: Rgb): number => Math.min(1, Math.max(0, a * color[0] + b * color[1] + c * color[2]));
  return [row(matrix[0]), row(matrix[1]), row(matrix[2])];
}

/** CIE 1976 L*a*b* of a linear colour under D65. */
function labOf([r, g, b]: Rgb): Rgb {
  const f = (t: number): number => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116);
  const x = f((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
  const y = f(luminance([r, g, b]));
  const z = f((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** How far two colours lie apart for an eye: CIE 1976 difference after the simulation; about 2.3 is just noticeable. */
export function computeDistance(a: Rgb, b: Rgb, vision: Matrix): number {
  const [l1, a1, b1] = labOf(applyMatrix(vision, linearOf(a)));
  const [l2, a2, b2] = labOf(applyMatrix(vision, linearOf(b)));
  return Math.hypot(l1 - l2, a1 - a2, b1 - b2);
}
