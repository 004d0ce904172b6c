const HUES = 8;

/** Hue of a node by its place in the list, 1..8: for life, whatever joins or leaves. More than eight nodes share hues. */
export function nodeHue(node: number): number {
  return (node % HUES) + 1;
}
