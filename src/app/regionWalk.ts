import { nextRegion, type RegionId, regions } from './regions.ts';

const FOCUSABLE = 'a[href], button, input, select, textarea, [tabindex], [contenteditable="true"]';

/**
 * Moves the focus from region to region: to where it last was in there, else to the first thing that takes it, else to
 * the region itself. It listens to the page for as long as that lives.
 */
export function createRegionWalk(): (direction: 1 | -1) => void {
  const left = new Map<RegionId, HTMLElement>();
  let latest: RegionId | null = null;
  document.addEventListener('focusin', ({ target }) => {
    const id = regionOf(target);
    if (id === null) return;
    latest = id;
    left.set(id, target as HTMLElement);
  });
  return (direction) => {
    const visible = regions.filter((id) => elementOf(id) !== null);
    // A window that has just closed leaves the focus on the page: the region from before it counts.
    const next = nextRegion(visible, regionOf(document.activeElement) ?? latest, direction);
    if (next !== null) enter(elementOf(next)!, left.get(next));
  };
}

/** The innermost region: the timeline lies within the stage. */
function regionOf(target: EventTarget | null): RegionId | null {
  const region = target instanceof HTMLElement || target instanceof SVGElement ? target.closest('[data-region]') : null;
  return (region?.getAttribute('data-region') as RegionId | undefined) ?? null;
}

function elementOf(id: RegionId): HTMLElement | null {
  const element = document.querySelector<HTMLElement>(`[data-region="${id}"]`);
  return element !== null && isVisible(element) ? element : null;
}

/** A panel that is folded away may still be there, without width. */
function isVisible(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  return width > 0 && height > 0 && element.checkVisibility();
}

function enter(region: HTMLElement, last: HTMLElement | undefined): void {
  const others = [...region.querySelectorAll<HTMLElement>(FOCUSABLE)].filter((element) => element.tabIndex >= 0);
  const candidates = last !== undefined && region.contains(last) ? [last, ...others] : others;
  for (const candidate of candidates) {
    if (!isVisible(candidate)) continue;
    candidate.focus();
    if (document.activeElement === candidate) return;
  }
  region.tabIndex = -1;
  region.focus();
}
