import type { Translate } from './i18n.ts';

/** How a figure came about, as words for the mark beside it. */
export interface MarkTexts {
  readonly kind: MarkKind;
  readonly label: string;
  readonly explanation: string;
}

/** Counted over all keys, over a sample, or calculated from assumptions. */
export type MarkKind = 'exact' | 'sampled' | 'estimate';

export function markTexts(kind: MarkKind, t: Translate): MarkTexts {
  return { kind, label: t(`mark.${kind}`), explanation: t(`mark.${kind}Help`) };
}
