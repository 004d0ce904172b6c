import { render } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { computeRingFrame } from '../../src/scene/ringFrame.ts';
import { prepareRingKeys } from '../../src/scene/ringKeys.ts';
import { computeRing } from '../../src/scene/ringScene.ts';
import type { CanvasTheme } from '../../src/scene/theme.ts';
import { RingCanvas, type RingCanvasProps } from '../../src/views/ring/RingCanvas.tsx';
import { growingRing, nodesOf, ringPlan, ringSample } from '../fixtures/ringPlan.ts';
import { getDrawnPixels } from './drawLog.ts';

describe('the canvas of the ring', () => {
  it('is drawn anew, from nothing that it kept, for another theme, size, model or set of keys', () => {
    const theme = (hue: string): CanvasTheme => ({
      background: '#ffffff',
      ribbonStays: '#dddddd',
      ribbonMoves: '#886644',
      stays: '#bbbbbb',
      hues: Array.from({ length: 9 }, () => hue),
    });
    const ring = growingRing();
    const sceneOf = (width: number, { model } = ring) => computeRing(model, computeRingFrame(width, 300));
    const keysOf = (count: number) => prepareRingKeys(ringSample, ring.strip, ring.cluster, count);
    const first: RingCanvasProps = {
      scene: sceneOf(500),
      keys: keysOf(500),
      theme: theme('#112233'),
      diameter: 1,
      t: 2.5,
      bend: 1,
      crossfade: false,
    };
    const pixelsOf = ({ container }: { readonly container: HTMLElement }) => {
      const { width, data } = getDrawnPixels(container.querySelector('canvas')!)!;
      return `${width}: ${data.join()}`;
    };
    const view = render(<RingCanvas {...first} />);
    const seen = new Set([pixelsOf(view)]);
    for (const change of [
      { theme: theme('#332211') },
      { scene: sceneOf(440) },
      { keys: keysOf(900) },
      {
        scene: sceneOf(
          500,
          ringPlan(
            ['8', '16'],
            nodesOf(3),
            (r) => r % 3,
            (r) => r % 2,
          ),
        ),
      },
      { t: 1.5 },
    ]) {
      view.rerender(<RingCanvas {...first} {...change} />);
      const shown = pixelsOf(view);
      const alone = render(<RingCanvas {...first} {...change} />);
      expect(shown === pixelsOf(alone)).toBe(true);
      alone.unmount();
      expect(seen.has(shown)).toBe(false);
      seen.add(shown);
    }
  });
});
