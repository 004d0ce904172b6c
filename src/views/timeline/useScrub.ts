import type { HTMLAttributes, KeyboardEvent, PointerEvent, RefObject } from 'react';
import { stepTime } from '../../scene/clock.ts';
import { type TimelineInput, timelineTimeAt } from '../../scene/timelineScene.ts';

export interface ScrubOptions {
  readonly track: RefObject<HTMLElement | null>;
  readonly model: TimelineInput;
  readonly t: number;
  /** Of the track, CSS px. */
  readonly width: number;
  readonly onSeek: (t: number) => void;
}

/** Where a key leads from plan time t; null when the key is not the slider's. */
function keyTime(key: string, t: number, count: number): number | null {
  const page = Math.max(2, Math.ceil(count / 8));
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return stepTime(t, -1, count);
    case 'ArrowRight':
    case 'ArrowUp':
      return stepTime(t, 1, count);
    case 'PageDown':
      return Math.max(0, Math.ceil(t) - page);
    case 'PageUp':
      return Math.min(count, Math.floor(t) + page);
    case 'Home':
      return 0;
    case 'End':
      return count;
    default:
      return null;
  }
}

/** Scrubbing both ways: drag anywhere on the track, or the keys of a slider in whole steps. */
export function useScrub({ track, model, t, width, onSeek }: ScrubOptions): HTMLAttributes<HTMLDivElement> {
  function seekTo(event: PointerEvent<HTMLDivElement>): void {
    const left = track.current?.getBoundingClientRect().left ?? 0;
    onSeek(timelineTimeAt(model, event.clientX - left, width));
  }
  return {
    onPointerDown(event) {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      seekTo(event);
    },
    onPointerMove(event) {
      if ((event.buttons & 1) === 1) seekTo(event);
    },
    onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const next = keyTime(event.key, t, model.steps.length);
      if (next === null) return;
      event.preventDefault();
      event.stopPropagation();
      onSeek(next);
    },
  };
}
