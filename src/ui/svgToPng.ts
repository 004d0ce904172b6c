/** Pixels a CSS px. */
const SCALE = 2;

/** Of a square for one letter below the picture, CSS px. */
const CELL = 20;
/** Longest wait for the fonts of a picture, ms; after it those of the system have to do. */
const PATIENCE = 5000;

/**
 * Draws an SVG text on a canvas and gives it as PNG. The text must refer to nothing outside, or the canvas would not be
 * read back. Rejects when the browser can't draw it.
 *
 * Browsers call an image complete before the fonts that it carries are, and draw it without its texts until then. So one
 * letter of each font is drawn below the picture, outside of what is kept, until all of them are to be seen.
 */
export async function svgToPng(svg: string): Promise<Blob> {
  const letters = lettersOf(svg);
  const { text, width, height } = withLetters(svg, letters);
  const url = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const end = performance.now() + PATIENCE;
    while (!showsAll(image, height, letters.length) && performance.now() < end)
      await new Promise((resolve) => setTimeout(resolve, 20));
    const { canvas, context } = canvasOf(width * SCALE, height * SCALE);
    context.drawImage(image, 0, 0, width, height, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => (blob === null ? reject(new Error('no PNG')) : resolve(blob)), 'image/png');
    });
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** A character of each font in the picture, as XML writes it: the last of the first range. */
function lettersOf(svg: string): string[] {
  return Array.from(svg.matchAll(/unicode-range:U\+(?:\w+-)?(\w+)/g), ([, code]) => `&#x${code};`);
}

/** The picture with letters in a row below it, black on white. As text: parsing it would apply the page's policy to its styles. */
function withLetters(svg: string, letters: readonly string[]) {
  const tag = /^<svg [^>]*>/.exec(svg)?.[0] ?? '';
  const [width, height] = ['width', 'height'].map((name) => Number(new RegExp(` ${name}="([\\d.]+)"`).exec(tag)?.[1]));
  if (!width || !height) throw new Error('no size');
  const total = letters.length > 0 ? height + CELL : height;
  const root = tag
    .replace(/ height="[\d.]+"/, ` height="${total}"`)
    .replace(/ viewBox="[^"]*"/, ` viewBox="0 0 ${width} ${total}"`);
  const row = letters.map((letter, i) => `<text x="${i * CELL + 2}" y="${height + 15}">${letter}</text>`);
  const below = `<rect y="${height}" width="${width}" height="${CELL}" fill="#fff"/><g font-size="14" fill="#000">${row.join('')}</g>`;
  return { text: `${root}${svg.slice(tag.length).replace(/<\/svg>\s*$/, `${below}</svg>`)}`, width, height };
}

/** Whether each of the letters below the picture has left something dark. */
function showsAll(image: HTMLImageElement, height: number, letters: number): boolean {
  if (letters === 0) return true;
  const { context } = canvasOf(letters * CELL, CELL);
  context.drawImage(image, 0, height, letters * CELL, CELL, 0, 0, letters * CELL, CELL);
  const pixels = new Uint32Array(context.getImageData(0, 0, letters * CELL, CELL).data.buffer);
  const dark = new Set<number>();
  for (const [at, pixel] of pixels.entries())
    if ((pixel & 0xff) < 128) dark.add(Math.floor((at % (letters * CELL)) / CELL));
  return dark.size === letters;
}

function canvasOf(width: number, height: number) {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('no canvas');
  return { canvas, context };
}
