/** A colour, computed as `rgb(66, 105, 208)` or in digits as `#4269d0`, as an opaque little-endian RGBA word; mid grey else. */
export function toPixel(colour: string): number {
  const channels = colour.startsWith('#')
    ? colour.match(/[\da-f]{2}/g)?.map((digits) => Number.parseInt(digits, 16))
    : colour.startsWith('rgb')
      ? colour.match(/\d+/g)?.map(Number)
      : undefined;
  const [r = 128, g = 128, b = 128] = channels ?? [];
  return ((255 << 24) | (b << 16) | (g << 8) | r) >>> 0;
}

/** `share` (0..1) of one opaque colour word in another. */
export function mixPixels(colour: number, ground: number, share: number): number {
  const channel = (shift: number) => {
    const [a, b] = [(colour >>> shift) & 255, (ground >>> shift) & 255];
    return Math.round(b + (a - b) * share) << shift;
  };
  return ((255 << 24) | channel(16) | channel(8) | channel(0)) >>> 0;
}

/** The same words less opaque, `alpha` 0..1; 0 stays 0. */
export function fadePixels(colours: Uint32Array, alpha: number): Uint32Array {
  if (alpha >= 1) return colours;
  const a = Math.round(alpha * 255) << 24;
  return colours.map((colour) => (colour === 0 ? 0 : ((colour & 0xffffff) | a) >>> 0));
}

/** A colour word as canvases and style sheets take it, without its alpha. */
export function toCss(colour: number): string {
  return `rgb(${colour & 255} ${(colour >>> 8) & 255} ${(colour >>> 16) & 255})`;
}

/** The same as six digits, which every reader of SVG knows: #4269d0. */
export function toHex(colour: number): string {
  const digits = [colour & 255, (colour >>> 8) & 255, (colour >>> 16) & 255];
  return `#${digits.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}
