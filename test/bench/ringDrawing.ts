import { randomUnit } from '../../src/lib/prng.ts';
import { ringKeyDiameter } from '../../src/scene/dotRoom.ts';
import { drawRingPixels, type RingMoment } from '../../src/scene/drawRingPixels.ts';
import { computeRingFrame } from '../../src/scene/ringFrame.ts';
import type { RingKeys } from '../../src/scene/ringKeys.ts';
import { createRingKit, type RingKit, stageSides } from '../../src/scene/ringKit.ts';
import { computeRing } from '../../src/scene/ringScene.ts';
import type { FrameTimes } from './drawing.ts';
import { growRing, RING_KEYS, RING_STAGE } from './ringWorkload.ts';

const FRAMES = 120;

/** Hues are drawn as they are; which ones they are takes no time. */
const theme = {
  background: '#ffffff',
  ribbonStays: '#e0e0e0',
  ribbonMoves: '#406080',
  stays: '#c0c0c0',
  hues: Array.from({ length: 9 }, (_, hue) => `#${(0x406080 + hue * 0x101010).toString(16)}`),
};

/**
 * Script of a frame with 40,960 arcs, a million keys and the heaps of 256 nodes, into one pixel buffer, as the stage does:
 * while the plan plays, while every key crosses the ring, and while the strip bends into the ring.
 */
export function benchRing(pixelRatio: number): readonly FrameTimes[] {
  const { model, keys } = growRing();
  const scene = computeRing(model, computeRingFrame(RING_STAGE.width, RING_STAGE.height));
  const diameter = ringKeyDiameter(RING_KEYS, scene.frame);
  const [width, height] = stageSides(scene, pixelRatio);
  const buffer = { pixels: new Uint32Array(width * height), width, height };
  const kitOf = (shown: RingKeys) => createRingKit(scene, shown, theme, { ratio: pixelRatio, diameter, buffer });
  const kit = kitOf(keys);

  function time(name: string, drawn: RingKit, momentAt: (share: number) => Omit<RingMoment, 'crossfade'>): FrameTimes {
    const times: number[] = [];
    for (let i = 0; i < FRAMES + 20; i++) {
      const moment = { ...momentAt((i % FRAMES) / FRAMES), crossfade: false };
      const start = performance.now();
      drawRingPixels(drawn, moment);
      if (i >= 20) times.push(performance.now() - start);
    }
    times.sort((a, b) => a - b);
    return {
      name: `${name}, ${pixelRatio} device px a CSS px`,
      median: times[FRAMES >> 1]!,
      p95: times[Math.floor(FRAMES * 0.95)]!,
    };
  }
  const crossing = { ...keys, xTo: keys.xFrom.map((_, i) => randomUnit(5, i, 0)), moves: true };
  return [
    time('a node joins', kit, (share) => ({ t: share, bend: 1 })),
    time('all keys cross the ring', kitOf(crossing), (share) => ({ t: share, bend: 1 })),
    time('the strip bends', kit, (share) => ({ t: 0.5, bend: share })),
  ];
}
