import type { SqlScript, SqlSection } from './script.ts';

/** Empty line between sections. */
const SEPARATOR = '\n';

/** All sections as one text, an empty line between them. */
export function joinScript(script: SqlScript): string {
  return script.sections.map((section) => section.text).join(SEPARATOR);
}

export interface SectionLines {
  readonly step: number;
  /** First and last line of the section in joinScript(), 1-based, both included. */
  readonly first: number;
  readonly last: number;
}

/** Where a section lies in joinScript(), behind the one before it in the script's order. */
export function sectionLines({ step, text }: SqlSection, before: SectionLines | undefined): SectionLines {
  const first = before === undefined ? 1 : before.last + 1 + SEPARATOR.length;
  return { step, first, last: first + countLineEnds(text) - 1 };
}

/** Line ends as editors count them; a quoted name may contain any of them. */
function countLineEnds(text: string): number {
  return text.match(/\r\n?|\n/g)?.length ?? 0;
}
