import { type ReactElement, useLayoutEffect, useMemo, useRef } from 'react';
import type { RingMoment } from '../../scene/drawRingPixels.ts';
import type { RingKeys } from '../../scene/ringKeys.ts';
import { createRingKit, stageSides } from '../../scene/ringKit.ts';
import type { RingScene } from '../../scene/ringScene.ts';
import type { CanvasTheme } from '../../scene/theme.ts';
import { usePixelRatio } from '../../ui/pixelRatio.ts';
import { drawRing } from './drawRing.ts';
import styles from './RingView.module.css';

/** diameter: of a key's dot, CSS px. */
export interface RingCanvasProps extends RingMoment {
  readonly scene: RingScene;
  readonly keys: RingKeys;
  readonly theme: CanvasTheme;
  readonly diameter: number;
}

/** Arcs, keys, heaps and dots in the air, on one canvas. */
export function RingCanvas(props: RingCanvasProps): ReactElement {
  const { scene, keys, theme, diameter, t, bend, crossfade } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const ratio = usePixelRatio();
  const { image, kit } = useMemo(() => {
    const pixels = new ImageData(...stageSides(scene, ratio));
    const buffer = { pixels: new Uint32Array(pixels.data.buffer), width: pixels.width, height: pixels.height };
    return { image: pixels, kit: createRingKit(scene, keys, theme, { ratio, diameter, buffer }) };
  }, [scene, keys, theme, ratio, diameter]);
  useLayoutEffect(() => {
    const ctx = canvas.current?.getContext('2d');
    if (ctx) drawRing(ctx, image, kit, { t, bend, crossfade });
  }, [image, kit, t, bend, crossfade]);
  const { width, height } = scene.frame;
  return (
    <div className={styles.layer} aria-hidden="true">
      <canvas ref={canvas} width={image.width} height={image.height} style={{ width, height }} />
    </div>
  );
}
