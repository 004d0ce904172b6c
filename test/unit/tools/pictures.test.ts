import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { encodeIndexed } from '../../gallery/indexedPng.ts';
import { comparePictures, compareRoughly, shrink, shrinkScreenshot } from '../../gallery/pictures.ts';

type Rgb = readonly [number, number, number];

/** A picture of one colour with a rectangle of another. */
function drawn(
  width: number,
  height: number,
  ground: Rgb,
  box?: { x: number; y: number; w: number; h: number; rgb: Rgb },
): PNG {
  const png = new PNG({ width, height });
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const isIn = box !== undefined && x >= box.x && x < box.x + box.w && y >= box.y && y < box.y + box.h;
      const [r, g, b] = isIn ? box.rgb : ground;
      png.data.set([r, g, b, 255], (y * width + x) * 4);
    }
  }
  return png;
}

const white: Rgb = [255, 255, 255];
const black: Rgb = [0, 0, 0];

describe('pictures of the gallery', () => {
  it('are averaged when they shrink, with the parts of pixels on borders', () => {
    const halves = drawn(4, 2, white, { x: 0, y: 0, w: 1, h: 2, rgb: black });
    expect([...shrink(halves, 2).data]).toEqual([128, 128, 128, 255, 255, 255, 255, 255]);
    const thirds = shrink(drawn(3, 1, white, { x: 1, y: 0, w: 1, h: 1, rgb: black }), 2);
    expect([...thirds.data.slice(0, 3)]).toEqual([170, 170, 170]);
  });

  it('are kept at half their size, and at most 480 wide', () => {
    const sizeOf = (width: number, height: number) => {
      const kept = shrinkScreenshot(PNG.sync.write(drawn(width, height, white)));
      return [kept.width, kept.height];
    };
    expect(sizeOf(390, 844)).toEqual([195, 422]);
    expect(sizeOf(1440, 900)).toEqual([480, 300]);
  });

  it('come back from their files as they were, and with the nearest colours beyond 256', () => {
    const few = drawn(7, 5, white, { x: 2, y: 1, w: 3, h: 2, rgb: [40, 120, 200] });
    expect(PNG.sync.read(encodeIndexed(few)).data).toEqual(few.data);
    const many = drawn(20, 20, white);
    for (let pixel = 0; pixel < 400; pixel++) many.data[pixel * 4] = pixel % 256;
    many.data.set([255, 254, 255], 0);
    const read = PNG.sync.read(encodeIndexed(many));
    expect(Math.max(...read.data.map((channel, i) => Math.abs(channel - many.data[i]!)))).toBeLessThanOrEqual(1);
  });

  it('differ by a word in another place, not by a little noise, and always in another size', () => {
    const word = (x: number) => drawn(200, 100, white, { x, y: 40, w: 30, h: 8, rgb: black });
    const noisy = drawn(200, 100, [249, 252, 250], { x: 20, y: 40, w: 30, h: 8, rgb: [12, 6, 9] });
    expect(comparePictures(word(20), word(20))).toMatchObject({ share: 0, differs: false });
    expect(comparePictures(word(20), noisy).differs).toBe(false);
    const moved = comparePictures(word(20), word(90));
    expect(moved.differs).toBe(true);
    expect(moved.share).toBeCloseTo((2 * 30 * 8) / 20_000, 2);
    expect(comparePictures(word(20), drawn(200, 101, white))).toEqual({ share: 1, differs: true, image: null });
  });

  it('are roughly alike with thin letters elsewhere, and not with an empty half', () => {
    const text = (x: number) => drawn(240, 240, white, { x, y: 100, w: 1, h: 8, rgb: black });
    expect(compareRoughly(text(20), text(24))).toBe(0);
    const full = drawn(240, 240, white, { x: 0, y: 0, w: 120, h: 240, rgb: [200, 200, 200] });
    expect(compareRoughly(full, drawn(240, 240, white))).toBe(0.5);
  });
});
