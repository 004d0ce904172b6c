import { type MouseEvent, type PointerEvent, useEffect, useEffectEvent, useRef, useState } from 'react';
import { type ArcMark, type RingMark, type RingScene, ringHitTest } from '../../scene/ringScene.ts';
import { findRingMark } from '../../scene/ringWalk.ts';
import type { BoxRef } from '../../scene/strip.ts';

/** Without onDrop nothing can be dragged. canDrop: whether a node takes a partition. */
export interface ArcDragOptions {
  readonly scene: RingScene;
  readonly t: number;
  readonly onDrop: ((arc: BoxRef, node: number) => void) | undefined;
  readonly canDrop: (arc: BoxRef, node: number) => boolean;
  markOf(event: MouseEvent<SVGSVGElement>): RingMark | null;
}

/** A partition on its way. x, y: the pointer, CSS px of the stage; node: the one under it that takes the partition, or -1. */
export interface ArcDrag {
  readonly arc: ArcMark;
  readonly x: number;
  readonly y: number;
  readonly node: number;
}

export interface ArcDragging {
  readonly drag: ArcDrag | null;
  readonly handlers: {
    onPointerDown(event: PointerEvent<SVGSVGElement>): void;
    onClickCapture(event: MouseEvent<SVGSVGElement>): void;
  };
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where a pointer went down, in CSS px of the page. */
interface Press extends Point {
  readonly svg: SVGSVGElement;
  readonly pointer: number;
  readonly key: string;
}

/** A pointer that moves less than this clicks. CSS px. */
const SLACK = 6;

function isFar({ x, y }: Press, { clientX, clientY }: globalThis.PointerEvent): boolean {
  return Math.hypot(clientX - x, clientY - y) > SLACK;
}

/** The partition at a moment, wherever the plan has got to; null once it is no more, and then it can't be dropped. */
function findDrag({ scene, t, canDrop }: ArcDragOptions, press: Press, point: Point): ArcDrag | null {
  const arc = findRingMark(scene, t, press.key);
  if (arc?.kind !== 'arc') return null;
  const { left, top } = press.svg.getBoundingClientRect();
  const [x, y] = [point.x - left, point.y - top];
  const under = ringHitTest(scene, t, x, y);
  return { arc, x, y, node: under?.kind === 'node' && canDrop(arc, under.node) ? under.node : -1 };
}

/** Drags a partition from the ring onto a node. Escape cancels, and so does whatever takes the pointer away. */
export function useArcDrag(options: ArcDragOptions): ArcDragging {
  const [press, setPress] = useState<Press | null>(null);
  const [point, setPoint] = useState<Point | null>(null);
  // The click that ends a drag is none.
  const swallows = useRef(false);

  function end(): void {
    setPress(null);
    setPoint(null);
  }

  const onMove = useEffectEvent((event: globalThis.PointerEvent) => {
    if (press === null || event.pointerId !== press.pointer) return;
    if (event.buttons === 0 || !press.svg.isConnected) end();
    else if (point !== null || isFar(press, event)) {
      swallows.current = true;
      setPoint({ x: event.clientX, y: event.clientY });
    }
  });
  const onUp = useEffectEvent((event: globalThis.PointerEvent) => {
    if (press === null || event.pointerId !== press.pointer) return;
    if (point !== null || isFar(press, event)) {
      swallows.current = true;
      const drag = press.svg.isConnected ? findDrag(options, press, { x: event.clientX, y: event.clientY }) : null;
      if (drag !== null && drag.node >= 0) options.onDrop?.(drag.arc, drag.node);
    }
    end();
  });
  const onCancel = useEffectEvent((event: globalThis.PointerEvent) => {
    if (event.pointerId === press?.pointer) end();
  });
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Escape' || point === null) return;
    event.preventDefault();
    event.stopPropagation();
    end();
  });

  // The window hears of the pointer wherever it goes, also when the arc is drawn no more that it went down on.
  useEffect(() => {
    if (press === null) return;
    const controller = new AbortController();
    const { signal } = controller;
    window.addEventListener('pointermove', (event) => onMove(event), { signal });
    window.addEventListener('pointerup', (event) => onUp(event), { signal });
    window.addEventListener('pointercancel', (event) => onCancel(event), { signal });
    window.addEventListener('keydown', (event) => onKey(event), { signal, capture: true });
    return () => controller.abort();
  }, [press]);

  const handlers: ArcDragging['handlers'] = {
    onPointerDown(event) {
      swallows.current = false;
      // A second finger ends the drag of the first: two of them zoom.
      end();
      const mark = options.markOf(event);
      if (options.onDrop === undefined || event.button !== 0 || press !== null || mark?.kind !== 'arc') return;
      const { currentTarget: svg, pointerId: pointer, clientX: x, clientY: y } = event;
      setPress({ svg, pointer, key: mark.key, x, y });
    },
    onClickCapture(event) {
      // Assistive technology clicks without a pointer: detail is 0.
      if (swallows.current && event.detail > 0) event.stopPropagation();
      swallows.current = false;
    },
  };
  return { drag: press === null || point === null ? null : findDrag(options, press, point), handlers };
}
