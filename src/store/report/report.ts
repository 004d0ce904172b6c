import type { TableData } from '../export/tableData.ts';

/**
 * A design review as plain values: what Markdown and print are written from. Texts are in the reader's language and not
 * escaped for anything.
 */
export interface Report {
  /** Of the scenario. */
  readonly name: string;
  readonly question: string;
  readonly answer: readonly string[];
  readonly sections: readonly ReportSection[];
}

export interface ReportSection {
  readonly id: 'layout' | 'partitions' | 'steps' | 'nodes' | 'assumptions' | 'verification' | 'link';
  readonly heading: string;
  readonly paragraphs?: readonly string[];
  readonly items?: readonly string[];
  /** Items are steps, in their order. */
  readonly isOrdered?: boolean;
  readonly table?: TableData;
  /** An address, to be linked. */
  readonly link?: string;
  /** What was left out, after items or table. */
  readonly more?: string;
}

/** Rows of a table and steps of a plan that a report lists. */
export const MAX_LISTED = 64;
