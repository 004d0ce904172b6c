import type { DotStamp } from './dotGeometry.ts';
import { MAX_DELAY } from './dots.ts';
import { isDotInside, type PixelBuffer, stampAt } from './drawDots.ts';
import type { PlacedKeys } from './drawRingKeys.ts';
import type { BentFrame } from './ringFrame.ts';

/**
 * Keys at one plan time as a picture of the straight strip: `across` columns of `deep` colours, outermost first, 0 = none.
 * Bending is drawing it along the line, so a frame costs pixels, not keys: a million keys cover each other many times.
 */
export interface KeyTexture {
  readonly across: number;
  readonly deep: number;
  readonly colours: Uint32Array;
}

/** Where keys are on the strip at plan time t, in which colour. Keys under way are at their places on the strip's line. */
export function textureKeys({ keys, times }: PlacedKeys, t: number, across: number, deep: number): KeyTexture {
  const { xFrom, xTo, depth, count } = keys;
  const colours = new Uint32Array(across * deep);
  for (let i = 0; i < count; i++) {
    const leaves = times.leaves[i]!;
    const way = t >= times.arrives[i]! ? 1 : Math.max(0, (t - leaves) / (1 - MAX_DELAY));
    const colour = way === 0 ? times.colourFrom[i]! : times.colourTo[i]!;
    if (colour === 0) continue;
    const place = xFrom[i]! + (xTo[i]! - xFrom[i]!) * way * way * (3 - 2 * way);
    const column = Math.min(across - 1, (place * across) | 0);
    colours[column * deep + Math.min(deep - 1, (depth[i]! * deep) | 0)] = colour;
  }
  return { across, deep, colours };
}

/**
 * The same keys while the strip bends. `table` is the middle line in device px (`fillBendTable`), its places a multiple of
 * the texture's columns; `ratio`: device px a CSS px.
 */
export function drawBentKeys(
  buffer: PixelBuffer,
  dot: DotStamp,
  { across, deep, colours }: KeyTexture,
  bent: { readonly frame: BentFrame; readonly table: Float32Array; readonly ratio: number },
): void {
  const { table, ratio } = bent;
  const { inner, outer } = bent.frame.keys;
  const step = ((inner - outer) * ratio) / deep;
  const stride = table.length / across;
  const reach = outer * ratio + step / 2;
  const corner = 0.5 - dot.stampSize / 2;
  for (let column = 0; column < across; column++) {
    const at = column * stride;
    const nx = table[at + 2]!;
    const ny = table[at + 3]!;
    const left = table[at]! + nx * reach + corner;
    const top = table[at + 1]! + ny * reach + corner;
    const [stepX, stepY] = [nx * step, ny * step];
    // A column is a straight line: with both ends inside, all of it is.
    const isInside =
      isDotInside(buffer, dot, left, top) &&
      isDotInside(buffer, dot, left + stepX * (deep - 1), top + stepY * (deep - 1));
    for (let row = 0, cell = column * deep; row < deep; row++, cell++) {
      const colour = colours[cell]!;
      if (colour === 0) continue;
      const x = left + stepX * row;
      const y = top + stepY * row;
      if (isInside || isDotInside(buffer, dot, x, y)) {
        stampAt(buffer, dot, (y | 0) * buffer.width + (x | 0), colour);
      }
    }
  }
}
