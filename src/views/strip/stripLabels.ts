import type { BoxMark } from '../../scene/strip.ts';
import type { Exactness } from '../../ui/ExactnessMark.tsx';

/** All texts of the strip, translated, and how numbers are written. Keep one object while the language stays. */
export interface StripLabels {
  /** Accessible name of the drawing. */
  readonly stage: string;
  /** Captions above the old and below the new row. */
  readonly before: string;
  readonly after: string;
  /** One sentence that equals the drawing; its aria-describedby. */
  readonly summary: string;
  formatCount(rows: number): string;
  /** Accessible name of a box: partition and rows. */
  boxName(box: BoxMark): string;
  /** Lines of a box's tooltip; the first is its title. */
  tooltip(box: BoxMark): readonly string[];
  /** "= N rows, a sample of the real keys"; rows is not rounded. */
  legendDot(rows: number): string;
  readonly legendMark: Exactness;
  readonly legendMoves: string;
  readonly legendStays: string;
  /** Why the remainders stand in this order. */
  readonly legendOrder: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly zoomReset: string;
}
