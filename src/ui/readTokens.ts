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
  const values = names.map((name, index) => [name, getComputedStyle(probes[index]!).color] as const);
  for (const probe of probes) probe.remove();
  return Object.fromEntries(values) as Record<Name, string>;
}
