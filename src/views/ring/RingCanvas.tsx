import { type ReactElement, useLayoutEffect, useMemo, useRef } from 'react';
import type { RingKeys } from '../../scene/ringKeys.ts';
import type { RingScene } from '../../scene/ringScene.ts';
import type { CanvasTheme } from '../../scene/theme.ts';
import { usePixelRatio } from '../../ui/pixelRatio.ts';
import { drawRing, type RingMoment } from './drawRing.ts';
import styles from './RingView.module.css';
import { createRingKit } from './ringKit.ts';

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
  const kit = useMemo(
    () => createRingKit(scene, keys, theme, { ratio, diameter }),
    [scene, keys, theme, ratio, diameter],
  );
  useLayoutEffect(() => {
    const ctx = canvas.current?.getContext('2d');
    if (ctx) drawRing(ctx, kit, { t, bend, crossfade });
  }, [kit, t, bend, crossfade]);
  const { width, height } = scene.frame;
  return (
    <div className={styles.layer} aria-hidden="true">
      <canvas ref={canvas} width={kit.image.width} height={kit.image.height} style={{ width, height }} />
    </div>
  );
}
