import { type KeyboardEvent, type MouseEvent, type SVGProps, useRef, useState } from 'react';
import { type ArcMark, type RingMark, type RingScene, ringHitTest } from '../../scene/ringScene.ts';
import { findRingMark, walkRing } from '../../scene/ringWalk.ts';
import type { BoxRef } from '../../scene/strip.ts';
import { markKeyAt, useMarkFocus, walkKeys } from '../../ui/useMarkFocus.ts';

export interface RingPointingOptions {
  readonly scene: RingScene;
  readonly t: number;
  onSelect(arc: BoxRef, anchor: DOMRect): void;
  onReach(arc: BoxRef): void;
}

/** focusKey: the mark that Tab reaches. pointed: the mark of the tooltip. handlers: for the drawing. */
export interface RingPointing {
  readonly focusKey: string | null;
  readonly pointed: RingMark | null;
  readonly handlers: SVGProps<SVGSVGElement>;
}

/** The mark of a mouse event: under the pointer, or the element itself when assistive technology clicked it. */
export function ringMarkOf(scene: RingScene, t: number, event: MouseEvent<SVGSVGElement>): RingMark | null {
  const own = findRingMark(scene, t, markKeyAt(event.target));
  if (own !== null) return own;
  const { left, top } = event.currentTarget.getBoundingClientRect();
  return ringHitTest(scene, t, event.clientX - left, event.clientY - top);
}

/** A small square at the label of an arc, for a popover to stand at. */
function anchorOf(svg: SVGSVGElement, { labelX, labelY }: ArcMark): DOMRect {
  const { left, top } = svg.getBoundingClientRect();
  return new DOMRect(left + labelX - 8, top + labelY - 8, 16, 16);
}

/**
 * Keyboard and pointer on ring and nodes. One tab stop: left and right walk the arcs, or the nodes; up and down go from an
 * arc to its node and back; Enter and Space select an arc, Escape leaves.
 */
export function useRingPointing(options: RingPointingOptions): RingPointing {
  const { scene, t, onSelect, onReach } = options;
  const { focusKey, setFocusKey, moveFocus } = useMarkFocus();
  const [pointedKey, setPointedKey] = useState<string | null>(null);
  // Where the last arc was that had the focus: the walk goes on from there when it is no more.
  const place = useRef(0);

  function point(mark: RingMark | null): void {
    setPointedKey(mark?.key ?? null);
  }

  function focusOn(mark: RingMark): void {
    if (mark.kind === 'arc') place.current = (mark.x0 + mark.x1) / 2;
    setFocusKey(mark.key);
  }

  function onKeyDown(event: KeyboardEvent<SVGSVGElement>): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const key = markKeyAt(event.target);
    const step = walkKeys[event.key];
    if (step !== undefined) {
      const next = walkRing(scene, t, key, step, place.current);
      if (next !== null && next.key !== key) {
        moveFocus(event.currentTarget);
        focusOn(next);
        point(next);
      }
    } else if (event.key === 'Enter' || event.key === ' ') {
      const mark = findRingMark(scene, t, key);
      if (mark?.kind === 'arc') onSelect(mark, anchorOf(event.currentTarget, mark));
    } else if (event.key === 'Escape') {
      point(null);
      if (event.target instanceof SVGElement) event.target.blur();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** A context menu is asked for by the right button, by its own key and by Shift+F10. */
  function select(event: MouseEvent<SVGSVGElement>): void {
    const mark = ringMarkOf(scene, t, event);
    if (mark === null) return;
    focusOn(mark);
    if (mark.kind !== 'arc') return;
    event.preventDefault();
    onSelect(mark, anchorOf(event.currentTarget, mark));
  }

  const handlers: SVGProps<SVGSVGElement> = {
    onKeyDown,
    onClick: select,
    onContextMenu: select,
    onPointerMove: (event) => point(ringMarkOf(scene, t, event)),
    onPointerLeave: () => point(null),
    onFocus(event) {
      const mark = findRingMark(scene, t, markKeyAt(event.target));
      if (mark === null) return;
      if (mark.key !== focusKey) focusOn(mark);
      point(mark);
      if (mark.kind === 'arc') onReach(mark);
    },
    onBlur(event) {
      // Moving from mark to mark is no leaving.
      if (!event.currentTarget.contains(event.relatedTarget)) point(null);
    },
  };
  return { focusKey, pointed: findRingMark(scene, t, pointedKey), handlers };
}
