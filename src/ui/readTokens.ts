/**
 * Reads colour tokens as a canvas needs them, "rgb(66, 105, 208)": a custom property itself is still light-dark(...), so
 * each is tried on a probe inside `root`. Names come with their dashes: "--hue-1". Read once a theme change, not a frame.
 */
export function readTokens<Name extends `--${string}`>(
  root: HTMLElement,
  names: readonly Name[],
): Readonly<Record<Name, string>> {
  const probe = document.createElement('span');
  probe.hidden = true;
  // The system would put its own text colour in the place of every token, system colours among them.
  probe.style.setProperty('forced-color-adjust', 'none');
  root.append(probe);
  const values = names.map((name) => {
    probe.style.color = `var(${name})`;
    return [name, getComputedStyle(probe).color] as const;
  });
  probe.remove();
  return Object.fromEntries(values) as Record<Name, string>;
}
