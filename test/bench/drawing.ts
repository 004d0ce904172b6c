import { countKeys } from '../../src/engine/countKeys.ts';
import type { Counts } from '../../src/engine/protocol.ts';
import { planChange } from '../../src/planner/planChange.ts';
import { computeDotGeometry } from '../../src/scene/dotGeometry.ts';
import { prepareDots } from '../../src/scene/dots.ts';
import { drawDots, placeDots } from '../../src/scene/drawDots.ts';
import { computeStrip } from '../../src/scene/strip.ts';
import { computeStripFrame } from '../../src/scene/stripFrame.ts';
import { computeStripModel } from '../../src/scene/stripModel.ts';
import type { CanvasTheme } from '../../src/scene/theme.ts';
import { prepareThinRibbons } from '../../src/scene/thinRibbons.ts';
import type { Layout } from '../../src/topology/layout.ts';

const DOTS = 100_000;
const FRAMES = 240;
/** The stage of a 1440 x 900 window, CSS px. */
const [WIDTH, HEIGHT] = [800, 560];

const THEME: CanvasTheme = { background: '#fff', ribbonStays: '#eee', ribbonMoves: '#99f', stays: '#888', hues: [] };

export interface FrameTimes {
  readonly name: string;
  /** Milliseconds of script a frame. */
  readonly median: number;
  readonly p95: number;
}

function uniform(modulus: number): Layout {
  return Array.from({ length: modulus }, (_, remainder) => ({ modulus, remainder, name: `p_${modulus}_${remainder}` }));
}

function count(from: Layout, to: Layout): Counts {
  const column = { name: 'id', type: 'int8', source: { kind: 'serial', start: 1, stride: 1 } } as const;
  const keys = { columns: [column], rows: DOTS, seed: 1 };
  const work = countKeys({ kind: 'count', keys, from, to: [to], sample: DOTS });
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/**
 * Draws a whole play of from -> to with every one of 100,000 keys as a dot into one pixel buffer, and ribbons thinner than
 * boxes into another, as the stage does.
 */
export function benchDrawing(from: number, to: number, pixelRatio: number): FrameTimes {
  const plan = planChange(uniform(from), uniform(to), 'copy');
  if (!plan.ok) throw new Error(`${from} -> ${to} has no plan`);
  const reply = count(plan.value.from, plan.value.to);
  const model = computeStripModel({ plan: plan.value, change: reply.changes[0]! });
  const frame = computeStripFrame(WIDTH, HEIGHT);
  const dots = prepareDots(reply.sample, model);
  const geometry = computeDotGeometry(model, frame, { pixelRatio, diameter: 2, top: frame.beforeY });
  const width = Math.round(WIDTH * pixelRatio);
  const height = Math.round((frame.afterY + frame.boxHeight - frame.beforeY) * pixelRatio);
  const buffer = { pixels: new Uint32Array(width * height), width, height };
  const palette = {
    colours: new Uint32Array(9).fill(0xff336699),
    fromHue: new Uint8Array(from).fill(1),
    toHue: new Uint8Array(to).fill(2),
  };
  const placed = placeDots(dots, geometry, palette);
  const thin = prepareThinRibbons(computeStrip(model, frame), pixelRatio);
  const ribbons = thin && { ...thin, pixels: new Uint32Array(thin.width * thin.height) };
  const times: number[] = [];
  for (let i = 0; i < FRAMES + 30; i++) {
    const start = performance.now();
    buffer.pixels.fill(0);
    const t = ((i % FRAMES) / FRAMES) * plan.value.steps.length;
    drawDots(buffer, placed, t);
    ribbons?.draw(ribbons, t, THEME);
    if (i >= 30) times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const name = `${from} -> ${to}, ${pixelRatio} device px a CSS px`;
  return { name, median: times[FRAMES >> 1]!, p95: times[Math.floor(FRAMES * 0.95)]! };
}
