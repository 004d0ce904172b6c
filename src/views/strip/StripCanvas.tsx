import { type ReactElement, useLayoutEffect, useMemo, useRef } from 'react';
import { toPixel } from '../../scene/colourWords.ts';
import { computeDotGeometry } from '../../scene/dotGeometry.ts';
import type { Dots } from '../../scene/dots.ts';
import { type DotPalette, drawBeforeDots, drawDots, type PixelBuffer, placeDots } from '../../scene/drawDots.ts';
import { drawShapes } from '../../scene/drawShapes.ts';
import type { StripScene } from '../../scene/strip.ts';
import type { StripModel } from '../../scene/stripModel.ts';
import type { CanvasTheme } from '../../scene/theme.ts';
import { prepareThinRibbons } from '../../scene/thinRibbons.ts';
import { usePixelRatio } from '../../ui/pixelRatio.ts';
import styles from './StripStage.module.css';

/** t: plan time. diameter: of a dot, CSS px. */
export interface StripCanvasProps {
  readonly scene: StripScene;
  readonly dots: Dots;
  readonly t: number;
  readonly theme: CanvasTheme;
  readonly diameter: number;
}

function paletteOf(model: StripModel, theme: CanvasTheme): DotPalette {
  return {
    colours: Uint32Array.from(theme.hues, toPixel),
    fromHue: Uint8Array.from(model.from, (box) => box.hue),
    toHue: Uint8Array.from(model.to, (box) => box.hue),
  };
}

interface Pixels {
  readonly image: ImageData;
  readonly buffer: PixelBuffer;
}

/** Pixels as an image and as words; device px. */
function createPixels(width: number, height: number): Pixels {
  const image = new ImageData(Math.max(1, width), Math.max(1, height));
  return { image, buffer: { pixels: new Uint32Array(image.data.buffer), width: image.width, height: image.height } };
}

/** A canvas's pixels from CSS px row `top` on, `height` CSS px high; sized to device pixels. */
function usePixels(scene: StripScene, height: number, ratio: number): Pixels {
  const { width } = scene.frame;
  return useMemo(() => createPixels(Math.round(width * ratio), Math.round(height * ratio)), [width, height, ratio]);
}

/** Three stacked layers: shapes (drawn once a step), dots of the before row (once a view), moving dots (every frame). */
export function StripCanvas({ scene, dots, t, theme, diameter }: StripCanvasProps): ReactElement {
  const shapes = useRef<HTMLCanvasElement>(null);
  const still = useRef<HTMLCanvasElement>(null);
  const moving = useRef<HTMLCanvasElement>(null);
  const { frame, model } = scene;
  const ratio = usePixelRatio();
  const pixelWidth = Math.round(frame.width * ratio);
  const stillPixels = usePixels(scene, frame.boxHeight, ratio);
  const movingPixels = usePixels(scene, frame.afterY + frame.boxHeight - frame.beforeY, ratio);
  const thin = useMemo(() => {
    const ribbons = prepareThinRibbons(scene, ratio);
    return ribbons === null ? null : { ribbons, ...createPixels(ribbons.width, ribbons.height) };
  }, [scene, ratio]);
  const palette = useMemo(() => paletteOf(model, theme), [model, theme]);
  const geometry = useMemo(
    () => computeDotGeometry(model, frame, { pixelRatio: ratio, diameter, top: frame.beforeY }),
    [model, frame, ratio, diameter],
  );
  const placed = useMemo(() => placeDots(dots, geometry, palette), [dots, geometry, palette]);
  // Shapes depend on which steps are done and whether one is in progress, not on how far it is.
  const phase = Math.floor(t) + (t > Math.floor(t) ? 0.5 : 0);

  useLayoutEffect(() => {
    const ctx = shapes.current?.getContext('2d');
    if (!ctx) return;
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    ctx.clearRect(0, 0, frame.width, frame.height);
    if (thin !== null) {
      thin.ribbons.draw(thin.buffer, phase, theme);
      ctx.putImageData(thin.image, thin.ribbons.left, thin.ribbons.top);
    }
    ctx.save();
    ctx.beginPath();
    ctx.rect(frame.left, 0, frame.plotWidth, frame.height);
    ctx.clip();
    drawShapes(ctx, scene, phase, theme, { withThin: false });
    ctx.restore();
  }, [scene, frame, thin, phase, theme, ratio]);

  useLayoutEffect(() => {
    stillPixels.buffer.pixels.fill(0);
    drawBeforeDots(stillPixels.buffer, placed);
    still.current?.getContext('2d')?.putImageData(stillPixels.image, 0, 0);
  }, [stillPixels, placed]);

  useLayoutEffect(() => {
    movingPixels.buffer.pixels.fill(0);
    drawDots(movingPixels.buffer, placed, t);
    moving.current?.getContext('2d')?.putImageData(movingPixels.image, 0, 0);
  }, [movingPixels, placed, t]);

  const dotLayer = { top: frame.beforeY, width: frame.width };
  return (
    <div className={styles.layers} aria-hidden="true">
      <canvas
        ref={shapes}
        width={pixelWidth}
        height={Math.round(frame.height * ratio)}
        style={{ width: frame.width, height: frame.height }}
      />
      <canvas
        ref={still}
        width={stillPixels.image.width}
        height={stillPixels.image.height}
        style={{ ...dotLayer, height: stillPixels.image.height / ratio }}
      />
      <canvas
        ref={moving}
        width={movingPixels.image.width}
        height={movingPixels.image.height}
        style={{ ...dotLayer, height: movingPixels.image.height / ratio }}
      />
    </div>
  );
}
