import axe from 'axe-core';

/** Faults that axe finds, as `rule: element`. Colours are measured elsewhere, as nothing is painted here. */
export async function faults(place: Element = document.body): Promise<string[]> {
  const { violations } = await axe.run(place, { rules: { 'color-contrast': { enabled: false } } });
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 200)}`));
}
