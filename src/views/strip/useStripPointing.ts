import { type KeyboardEvent, type MouseEvent, type SVGProps, useState } from 'react';
import type { BoxMark, BoxRef, StripScene } from '../../scene/strip.ts';
import { boxOf, hitTest, walk } from '../../scene/stripPointing.ts';
import { FULL_VIEW, isFullView, revealInterval, type StripView, zoomAround, zoomToInterval } from '../../scene/zoom.ts';
import { markKeyAt, useMarkFocus, walkKeys } from '../../ui/useMarkFocus.ts';

export interface PointingOptions {
  readonly scene: StripScene;
  readonly t: number;
  setView(view: StripView): void;
  onSelect(box: BoxRef, anchor: DOMRect): void;
  onReach(box: BoxRef): void;
}

/** focusKey: the box that Tab reaches. pointed: the box of the tooltip. handlers: for the drawing. */
export interface StripPointing {
  readonly focusKey: string | null;
  readonly pointed: BoxMark | null;
  readonly handlers: SVGProps<SVGSVGElement>;
}

const ZOOMS: Readonly<Record<string, number>> = { '+': 1.5, '=': 1.5, '-': 1 / 1.5, _: 1 / 1.5 };

function findMark({ scene, t }: PointingOptions, key: string | null): BoxMark | null {
  if (key === null) return null;
  return scene.allAt(key.startsWith('after') ? 'after' : 'before', t).find((mark) => mark.key === key) ?? null;
}

/** The box of a mouse event: under the pointer, or the element itself when assistive technology clicked it. */
function markOf(options: PointingOptions, event: MouseEvent<SVGSVGElement>): BoxMark | null {
  const own = findMark(options, markKeyAt(event.target));
  if (own !== null) return own;
  const { left, top } = event.currentTarget.getBoundingClientRect();
  return hitTest(options.scene, options.t, event.clientX - left, event.clientY - top);
}

function anchorOf(svg: SVGSVGElement, { x, y, w, h }: BoxMark): DOMRect {
  const { left, top } = svg.getBoundingClientRect();
  return new DOMRect(left + x, top + y, w, h);
}

/** Keyboard and pointer on the strip. One tab stop: arrows walk the boxes, Enter and Space select, Escape leaves. */
export function useStripPointing(options: PointingOptions): StripPointing {
  const { scene, setView, onSelect, onReach } = options;
  const { focusKey, setFocusKey, moveFocus } = useMarkFocus();
  const [pointedKey, setPointedKey] = useState<string | null>(null);

  function point(mark: BoxMark | null): void {
    setPointedKey(mark?.key ?? null);
  }

  function reveal(mark: BoxMark): void {
    const box = boxOf(scene.model, mark);
    const next = revealInterval(scene.frame.view, box.x, box.width);
    if (next !== scene.frame.view) setView(next);
  }

  function leave(target: EventTarget): void {
    point(null);
    if (!isFullView(scene.frame.view)) setView(FULL_VIEW);
    else if (target instanceof SVGElement) target.blur();
  }

  function onKeyDown(event: KeyboardEvent<SVGSVGElement>): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const mark = findMark(options, markKeyAt(event.target));
    const step = walkKeys[event.key];
    const factor = ZOOMS[event.key];
    if (step !== undefined) {
      const next = walk(scene, options.t, mark?.key ?? null, step);
      if (next !== null && next.key !== mark?.key) {
        moveFocus(event.currentTarget);
        setFocusKey(next.key);
        point(next);
        reveal(next);
      }
    } else if (factor !== undefined && mark !== null) {
      const box = boxOf(scene.model, mark);
      setView(zoomAround(scene.frame.view, box.x + box.width / 2, factor));
    } else if ((event.key === 'Enter' || event.key === ' ') && mark !== null) {
      onSelect(mark, anchorOf(event.currentTarget, mark));
    } else if (event.key === 'Escape') leave(event.target);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** A context menu is asked for by the right button, by its own key and by Shift+F10. */
  function select(event: MouseEvent<SVGSVGElement>): void {
    const mark = markOf(options, event);
    if (mark === null) return;
    event.preventDefault();
    setFocusKey(mark.key);
    onSelect(mark, anchorOf(event.currentTarget, mark));
  }

  const handlers: SVGProps<SVGSVGElement> = {
    onKeyDown,
    onClick: select,
    onContextMenu: select,
    onDoubleClick(event) {
      const mark = markOf(options, event);
      if (mark === null) return;
      const box = boxOf(scene.model, mark);
      setView(zoomToInterval(box.x, box.width));
    },
    onPointerMove: (event) => point(markOf(options, event)),
    onPointerLeave: () => point(null),
    onFocus(event) {
      const key = markKeyAt(event.target);
      const mark = findMark(options, key);
      if (mark === null) return;
      if (key !== focusKey) setFocusKey(key);
      onReach(mark);
    },
    onBlur(event) {
      // Moving from box to box is no leaving.
      if (!event.currentTarget.contains(event.relatedTarget)) point(null);
    },
  };
  return { focusKey, pointed: findMark(options, pointedKey), handlers };
}
