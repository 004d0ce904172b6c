import type { Page } from 'playwright-core';

/**
 * Runs in the page: what a pointer hits that is under 24 px and stands nearer than that to another target (WCAG 2.5.8). What
 * stands in a sentence or in a picture is as large as that allows.
 */
export function findSmallTargets(): string[] {
  const selector = 'button, a[href], input, select, summary, [role="tab"], [role="slider"], [role="menuitem"]';
  const targets: { readonly element: Element; readonly box: DOMRect }[] = [];
  for (const element of document.querySelectorAll(selector)) {
    if (!element.checkVisibility() || element.closest('p, svg, [inert], [aria-hidden="true"]')) continue;
    const label = element.closest('label');
    const box = (label ?? element).getBoundingClientRect();
    const hit = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    if (hit !== null && (element.contains(hit) || label?.contains(hit))) targets.push({ element, box });
  }
  const isSmall = ({ width, height }: DOMRect): boolean => width < 23.9 || height < 23.9;
  const nameOf = (element: Element): string => element.getAttribute('aria-label') ?? element.outerHTML.slice(0, 100);
  const found: string[] = [];
  for (const { element, box } of targets) {
    if (!isSmall(box)) continue;
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    const near = targets.find((other) => {
      if (other.element.contains(element) || element.contains(other.element)) return false;
      const { left, right, top, bottom } = other.box;
      // A circle of 24 px about the small one meets the other, or the circle of the other when that is small as well.
      const [dx, dy] = isSmall(other.box)
        ? [(left + right) / 2 - x, (top + bottom) / 2 - y]
        : [Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom)];
      return Math.hypot(dx, dy) < (isSmall(other.box) ? 23.5 : 11.5);
    });
    if (near !== undefined)
      found.push(`${nameOf(element)}: ${box.width} x ${box.height} px near ${nameOf(near.element)}`);
  }
  return found;
}

/** Runs in the page: the spacing of text that WCAG 1.4.12 lets readers set; call it again with false to take it back. */
export function spaceTexts(on: boolean): void {
  const root = document as Document & { spaced?: CSSStyleSheet };
  root.spaced ??= new CSSStyleSheet();
  root.spaced.replaceSync(
    '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } ' +
      'p { margin-block-end: 2em !important }',
  );
  const others = document.adoptedStyleSheets.filter((sheet) => sheet !== root.spaced);
  document.adoptedStyleSheets = on ? [...others, root.spaced] : others;
}

/** More stops than any state of the app has. */
const MOST_STOPS = 200;

/**
 * Walks the page with Tab: stops that are covered by something else, that look the same with and without the focus, or
 * that have a ring around their ring.
 */
export async function walkFocus(page: Page): Promise<{ readonly stops: number; readonly problems: string[] }> {
  const problems: string[] = [];
  await page.evaluate(() => {
    Object.assign(globalThis, { stop: null });
    // The walk begins at the top of the page.
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
  });
  for (let stops = 0; stops < MOST_STOPS; stops++) {
    await page.keyboard.press('Tab');
    const { faults, isEnd } = await page.evaluate(lookAtStop);
    problems.push(...faults);
    if (isEnd) return { stops, problems };
  }
  throw new Error(`${MOST_STOPS} stops and no end`);
}

/** Runs in the page, after each Tab. */
async function lookAtStop(): Promise<{ readonly faults: string[]; readonly isEnd: boolean }> {
  const memory = globalThis as unknown as { stop: { readonly element: Element; readonly look: string } | null };
  const lookOf = (element: Element): string => {
    const around = [element, element.parentElement, element.parentElement?.parentElement, element.closest('label')];
    const shown = [...around, element.closest('.cm-editor'), ...[...element.querySelectorAll('*')].slice(0, 8)];
    return shown
      .map((part) => {
        if (part === null || part === undefined) return '';
        const style = getComputedStyle(part);
        const outline = style.outlineStyle === 'none' ? '' : `${style.outlineWidth} ${style.outlineColor}`;
        return `${outline} ${style.boxShadow} ${style.borderColor} ${style.stroke} ${style.strokeWidth}`;
      })
      .join(';');
  };
  const until = async (isReached: () => boolean): Promise<void> => {
    for (let tries = 0; tries < 100 && !isReached(); tries++) await new Promise((resolve) => setTimeout(resolve, 20));
  };
  const faults: string[] = [];
  const { stop } = memory;
  await until(() => !stop?.element.isConnected || lookOf(stop.element) !== stop.look);
  if (stop?.element.isConnected && lookOf(stop.element) === stop.look)
    faults.push(`no sign of focus: ${stop.element.outerHTML.slice(0, 120)}`);
  const element = document.activeElement;
  memory.stop = null;
  if (element === null || element === document.body) return { faults, isEnd: true };
  // The editor takes its ring a moment later, and gives it back so.
  const editor = element.closest('.cm-editor');
  await until(() => editor === null || editor.matches('.cm-focused'));
  memory.stop = { element, look: lookOf(element) };
  // A box that is checked is an input clipped away, under a label that has its ring.
  const rings = [element, element.parentElement, element.parentElement?.parentElement].filter(
    (part) => part && !part.closest('[style*="clip"]') && getComputedStyle(part).outlineStyle !== 'none',
  );
  if (rings.length > 1) faults.push(`two rings: ${element.outerHTML.slice(0, 120)}`);
  const box = (element.closest('.cm-editor') ?? element).getBoundingClientRect();
  const points = [
    [box.left + box.width / 2, box.top + box.height / 2],
    [box.left + 2, box.top + 2],
    [box.right - 2, box.bottom - 2],
  ] as const;
  const isSeen = points.some(([x, y]) => {
    const hit = document.elementFromPoint(x, y);
    return hit !== null && (element.contains(hit) || hit.contains(element) || element.closest('label')?.contains(hit));
  });
  if (!isSeen) faults.push(`covered: ${element.outerHTML.slice(0, 120)}`);
  return { faults, isEnd: false };
}
