import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

/** Widest that a picture is kept, px; narrower ones are halved. */
const MOST_WIDTH = 480;

/** Colour distance that is no difference, 0 to 1 (pixelmatch's threshold): smoothing of letters by another library. */
const COLOUR_TOLERANCE = 0.2;

/** Share of pixels that may differ all the same. A word in another place is more than that, a hair line is not. */
const DIFFERING_SHARE = 0.004;

/** Where two pictures differ; `image` shows it in red over a pale copy. */
export interface Difference {
  /** Of all pixels; 1 when the sizes differ. */
  readonly share: number;
  readonly differs: boolean;
  readonly image: PNG | null;
}

/** A screenshot as it is kept: at most MOST_WIDTH wide, each pixel the mean of those it stands for, 32 shades a colour. */
export function shrinkScreenshot(screenshot: Buffer): PNG {
  const large = PNG.sync.read(screenshot);
  const small = shrink(large, Math.min(MOST_WIDTH, Math.round(large.width / 2)));
  // Pictures are far smaller in files when nearly equal shades are equal.
  for (let i = 0; i < small.data.length; i++) small.data[i] = Math.min(255, Math.round(small.data[i]! / 8) * 8);
  return small;
}

/** Averages areas, with the parts of pixels that lie on their borders. */
export function shrink({ width, height, data }: PNG, newWidth: number): PNG {
  const scale = width / newWidth;
  const small = new PNG({ width: newWidth, height: Math.max(1, Math.round(height / scale)) });
  for (let y = 0; y < small.height; y++) {
    for (let x = 0; x < newWidth; x++) {
      const sum = [0, 0, 0];
      let area = 0;
      for (let v = Math.floor(y * scale); v < Math.min(height, (y + 1) * scale); v++) {
        for (let u = Math.floor(x * scale); u < Math.min(width, (x + 1) * scale); u++) {
          const part = overlap(u, x * scale, scale) * overlap(v, y * scale, scale);
          for (const c of [0, 1, 2]) sum[c]! += data[(v * width + u) * 4 + c]! * part;
          area += part;
        }
      }
      const at = (y * newWidth + x) * 4;
      for (const c of [0, 1, 2]) small.data[at + c] = Math.round(sum[c]! / area);
      small.data[at + 3] = 255;
    }
  }
  return small;
}

/** Of the pixel that begins at `pixel`, in the stretch from `start` on. */
function overlap(pixel: number, start: number, length: number): number {
  return Math.min(pixel + 1, start + length) - Math.max(pixel, start);
}

/** Compares two kept pictures, letter by letter: for one machine, or such with the same fonts. */
export function comparePictures(committed: PNG, taken: PNG): Difference {
  const { width, height } = taken;
  if (committed.width !== width || committed.height !== height) return { share: 1, differs: true, image: null };
  const image = new PNG({ width, height });
  const count = pixelmatch(committed.data, taken.data, image.data, width, height, { threshold: COLOUR_TOLERANCE });
  const share = count / (width * height);
  return { share, differs: share > DIFFERING_SHARE, image };
}

/** Cells across a picture of which only the mean colour counts. */
const CELLS = 24;

/** Largest distance of the mean colours of two cells that counts as none, of 255. */
const CELL_TOLERANCE = 20;

/**
 * Share of cells whose mean colours differ clearly. What other fonts change stays below: letters of other shapes darken
 * a cell about equally. A panel that is missing, empty, elsewhere or in the wrong theme is far above.
 */
export function compareRoughly(committed: PNG, taken: PNG): number {
  const [a, b] = [shrink(committed, CELLS), shrink(taken, CELLS)];
  const rows = Math.max(a.height, b.height);
  let differing = 0;
  for (let cell = 0; cell < rows * CELLS; cell++) {
    const distance = [0, 1, 2].map((c) => Math.abs((a.data[cell * 4 + c] ?? 255) - (b.data[cell * 4 + c] ?? 0)));
    if (Math.max(...distance) > CELL_TOLERANCE) differing += 1;
  }
  return differing / (rows * CELLS);
}
