/**
 * Reads colour tokens as a canvas needs them, "rgb(66, 105, 208)": a custom property itself is still light-dark(...), so
 * each is tried on a probe inside `root`. Names come with their dashes: "--hue-1". Read once a theme change, not a frame.
 */
export function readTokens<Name extends `--${string}`>(
  root: HTMLElement,
  names: readonly Name[],
): Readonly<Record<Name, string>> {
  // All are there before the first is read, so that the page's styles are worked out once.
  const probes = names.map((name) => {
    const probe = document.createElement('span');
    probe.hidden = true;
    // The system would put its own text colour in the place of every token, system colours among them.
    probe.style.setProperty('forced-color-adjust', 'none');
    probe.style.color = `var(${name})`;
    return probe;
  });
  root.append(...probes);
  const values = names.map((name, index) => [name, toRgb(getComputedStyle(probes[index]!).color)] as const);
  for (const probe of probes) probe.remove();
  return Object.fromEntries(values) as Record<Name, string>;
}

/** A mixed colour is computed as "color(srgb 0.5 0.5 0.5)", which not every reader of pictures knows. */
function toRgb(colour: string): string {
  if (!colour.startsWith('color(srgb')) return colour;
  const [r, g, b] = [...colour.matchAll(/[\d.]+/g)].map(([share]) => Math.round(Number(share) * 255));
  return `rgb(${r}, ${g}, ${b})`;
}
