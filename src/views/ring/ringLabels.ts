import type { NodeTableRow } from '../../scene/nodeTable.ts';
import type { ArcMark, NodeMark, RingMark } from '../../scene/ringScene.ts';
import type { StepMovement } from '../../scene/stepMovement.ts';
import type { DataColumn } from '../../ui/dataColumn.ts';
import type { Exactness } from '../../ui/ExactnessMark.tsx';

/** All texts of ring and nodes, translated, and how numbers are written. Keep one object while the language stays. */
export interface RingLabels {
  /** Accessible name of the drawing. */
  readonly stage: string;
  /** One sentence that equals the drawing; its aria-describedby. */
  readonly summary: string;
  /** In the middle of the ring: the change, and lines that explain it. */
  readonly title: string;
  readonly lines: readonly string[];
  readonly formatRows: (rows: number) => string;
  /** Shorter, for narrow heaps: 1.81 M. */
  readonly formatShort: (rows: number) => string;
  capacity(rows: number): string;
  /** Accessible names. */
  readonly arcName: (arc: ArcMark) => string;
  readonly nodeName: (node: NodeMark) => string;
  /** Lines of a mark's tooltip; the first is its title. */
  tooltip(mark: RingMark): readonly string[];
  /** Said of a pinned partition. */
  readonly pinned: string;
  /** How a partition gets to another node; shown where that can be done. */
  readonly dragHint: string;
  /** What is in the air, as a figure and where it goes. */
  movement(movement: StepMovement): { readonly rows: string; readonly goal: string };
  readonly legend: RingLegendTexts;
  readonly table: string;
  readonly showTable: string;
  readonly columns: readonly DataColumn<NodeTableRow & { readonly id: string }>[];
}

export interface RingLegendTexts {
  /** "= N rows", of heaps and keys when they are the same, of heaps, of keys; rows are not rounded. */
  dot(rows: number): string;
  heapDot(rows: number): string;
  keyDot(rows: number): string;
  readonly mark: Exactness;
  readonly leaving: string;
  readonly arrived: string;
  readonly copies: string;
  /** The thin ring. */
  readonly old: string;
}
