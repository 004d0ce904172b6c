import { drawArcs, smoothEdges } from '../../scene/drawArcs.ts';
import { drawRingPixels, type RingMoment, ringLayers } from '../../scene/drawRingPixels.ts';
import type { RingKit } from '../../scene/ringKit.ts';

/** Draws one moment: dots as pixels of `image`, which is the kit's buffer, and the arcs as paths on top of them. */
export function drawRing(ctx: CanvasRenderingContext2D, image: ImageData, kit: RingKit, moment: RingMoment): void {
  const { scene, ratio, palette, theme } = kit;
  const live = scene.model.arcsAt(moment.t);
  drawRingPixels(kit, moment);
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  ctx.putImageData(image, 0, 0);
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  for (const { bent, alpha } of ringLayers(kit, moment)) {
    if (!scene.isDense(live)) drawArcs(ctx, bent, { live, old: scene.model.old }, palette.arcs, alpha);
    // On the way the bands lie on top of each other, and no eye sees steps.
    else if (moment.bend >= 1) smoothEdges(ctx, bent, theme.background);
  }
}
