import type { Format } from '../i18n/format.ts';
import type { Translate } from '../i18n/i18n.ts';
import { clusterCountsOf } from './figures.ts';
import type { Counted } from './state.ts';

/** How many rows go to another node, as a sentence; null where none do, or where they are not listed. */
export function nodesMovedText(counted: Counted, t: Translate, format: Format): string | null {
  const { moved } = clusterCountsOf(counted);
  const { total } = counted.reply.changes[0]!;
  if (moved === null || moved === 0) return null;
  return t('headline.nodesMoved', {
    moved: format.integer(moved),
    total: format.integer(total),
    percent: format.percent(moved, total),
  });
}
