import { type BentStrip, bend, smooth } from './bend.ts';
import { computeStripFrame } from './stripFrame.ts';

/** A rectangle of the stage, CSS px. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** Offsets of a band from the middle line of the strip or ring, CSS px; positive is outside. */
export interface Span {
  readonly inner: number;
  readonly outer: number;
}

/** Where ring and nodes lie on the stage; CSS px. */
export interface RingFrame {
  readonly width: number;
  readonly height: number;
  readonly x: number;
  readonly y: number;
  /** Of the middle of the arcs. */
  readonly radius: number;
  readonly arcs: Span;
  /** The thin ring of the old layout. */
  readonly old: Span;
  /** Sampled keys. */
  readonly keys: Span;
  /** Middle of the labels outside, from the ring's centre. */
  readonly labelRadius: number;
  /** Clear of keys, for the text in the centre. */
  readonly innerRadius: number;
  readonly stacks: Area;
}

/** The picture at one bend: the line everything follows, and the bands beside it. */
export interface BentFrame {
  readonly strip: BentStrip;
  readonly arcs: Span;
  readonly old: Span;
  readonly keys: Span;
}

/** Room for labels around the ring. */
const LABEL_ROOM = 26;
/** Of the width, for the ring; the rest is the nodes'. */
const RING_SHARE = 0.53;
const STACK_TOP = 30;
/** Name and rows of a node. */
const STACK_LABELS = 36;
const SIDE = 12;

/** Lays out ring and nodes side by side. Sizes in CSS px. */
export function computeRingFrame(width: number, height: number): RingFrame {
  const outer = Math.max(40, Math.min(width * RING_SHARE, height) / 2 - LABEL_ROOM);
  const band = Math.round(Math.min(24, Math.max(9, outer * 0.12)));
  const radius = outer - 4 - band / 2;
  const x = Math.round(Math.max(outer + LABEL_ROOM, (width * RING_SHARE) / 2));
  const keysOuter = radius - band / 2 - Math.max(4, outer * 0.045);
  const keysInner = outer * 0.56;
  const left = Math.min(width - 40, Math.round(x + outer + LABEL_ROOM + SIDE));
  return {
    width,
    height,
    x,
    y: Math.round(height / 2),
    radius,
    arcs: { inner: -band / 2, outer: band / 2 },
    old: { inner: band / 2 + 2, outer: band / 2 + 4 },
    keys: { inner: keysInner - radius, outer: keysOuter - radius },
    labelRadius: outer + 12,
    innerRadius: keysInner,
    stacks: {
      x: left,
      y: STACK_TOP,
      w: Math.max(1, width - left - SIDE),
      h: Math.max(1, height - STACK_TOP - STACK_LABELS),
    },
  };
}

function between(a: Span, b: Span, share: number): Span {
  return { inner: a.inner + (b.inner - a.inner) * share, outer: a.outer + (b.outer - a.outer) * share };
}

/** Bend at which the old layout's band has become thin and is at the arcs. */
const OLD_ARRIVES = 0.45;
const MARGIN = 10;
const SAMPLES = 32;

/** The strip, made shorter and moved until it and what lies `outside` its middle line are on the stage. */
function fit(strip: BentStrip, width: number, height: number, outside: number): BentStrip {
  let [left, right, top, bottom] = [0, 0, 0, 0];
  for (let i = 0; i <= SAMPLES; i++) {
    const { x, y } = bend(i / SAMPLES, strip.s);
    [left, right, top, bottom] = [Math.min(left, x), Math.max(right, x), Math.min(top, y), Math.max(bottom, y)];
  }
  const high = Math.max(1, height - 2 * MARGIN - outside);
  const length = Math.min(strip.length, (width - 2 * MARGIN) / (right - left), high / (bottom - top));
  const clamp = (at: number, from: number, to: number) => Math.max(from, Math.min(to, at));
  return {
    ...strip,
    length,
    x: clamp(strip.x, MARGIN - left * length, width - MARGIN - right * length),
    y: clamp(strip.y, MARGIN + outside - top * length, height - MARGIN - bottom * length),
  };
}

/** The ring at bend s: at 0 its arcs lie where the strip draws its live row, the old layout where it draws the old one. */
export function bendFrame(frame: RingFrame, s: number): BentFrame {
  const { width, height, x, y, radius, arcs, old, keys } = frame;
  const ring = { s: 1, x, y, length: 2 * Math.PI * radius };
  if (s >= 1) return { strip: ring, arcs, old, keys };
  const rows = computeStripFrame(width, height);
  const half = rows.boxHeight / 2;
  const above = rows.afterY - rows.beforeY;
  const flat = { x: rows.left + rows.plotWidth / 2, y: rows.afterY + half };
  const move = smooth(s);
  const bands = {
    arcs: between({ inner: -half, outer: half }, arcs, move),
    old: between({ inner: above - half, outer: above + half }, old, smooth(s / OLD_ARRIVES)),
    keys: between({ inner: 4 - half, outer: half - 4 }, keys, move),
  };
  const strip = {
    s,
    x: flat.x + (x - flat.x) * move,
    y: flat.y + (y - flat.y) * move,
    length: rows.plotWidth + (ring.length - rows.plotWidth) * s * s,
  };
  return { strip: fit(strip, width, height, bands.old.outer), ...bands };
}
