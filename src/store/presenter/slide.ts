import type { Format } from '../../i18n/format.ts';
import type { Translate } from '../../i18n/i18n.ts';
import type { PlanSql } from '../planSql.ts';
import type { Scenario } from '../scenario.ts';
import type { Compared, Counted, Verification } from '../state.ts';

/** What stands under a caption: only words, or one of the pictures. */
export type SlideView = 'words' | 'strip' | 'nodes' | 'compare' | 'sql';

/** One slide of a presentation. */
export interface Slide {
  readonly id: string;
  readonly view: SlideView;
  /** Place in the plan that the picture shows, in [0, steps]. */
  readonly t: number;
  readonly caption: string;
  /** Sentences for the speaker, in the reader's language. The room sees the first below the caption, or all of a slide of words. */
  readonly notes: readonly string[];
}

/** All that slides are made of. */
export interface SlideInput {
  readonly counted: Counted;
  readonly compared: Compared | null;
  readonly verification: Verification;
  readonly document: Scenario;
  readonly sql: PlanSql;
}

/** The reader's language. */
export interface Texts {
  readonly t: Translate;
  readonly format: Format;
}
