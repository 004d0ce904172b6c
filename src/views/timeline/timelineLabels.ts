import type { Exactness } from '../../ui/ExactnessMark.tsx';

/** All texts of the timeline, translated. Step indices are 0-based. Keep one object while the language stays. */
export interface TimelineLabels {
  /** Accessible name of the scrubber. */
  readonly timeline: string;
  readonly play: string;
  readonly pause: string;
  readonly stepBack: string;
  readonly stepForward: string;
  readonly speed: string;
  /** Short name of a step, e.g. "orders_8_6 -> 6, 14". */
  stepName(index: number): string;
  /** "Step 4 of 8"; also what the scrubber says. */
  position(index: number, t: number): string;
  /** Speed 0.25..4 as text, e.g. "0.5×". */
  formatSpeed(speed: number): string;
  /** Right-hand note on duration and locks; may be empty. */
  readonly note: string;
  readonly noteMark: Exactness;
  readonly legendCopy: string;
  readonly legendLock: string;
  readonly legendToRun: string;
}
