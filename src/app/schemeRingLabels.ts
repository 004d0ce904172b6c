import type { Format } from '../i18n/format.ts';
import type { TextKey, Translate } from '../i18n/i18n.ts';
import { movedBetweenNodes } from '../scene/nodeLedger.ts';
import type { RingModel } from '../scene/ringModel.ts';
import type { RingLabels } from '../views/ring/ringLabels.ts';
import { createRingLabels } from './ringLabels.ts';

/** The texts of a scheme's ring, but for the summary; it has no partitions to speak of. */
export function createSchemeRingLabels(
  model: RingModel,
  scheme: string,
  t: Translate,
  format: Format,
): Omit<RingLabels, 'summary'> {
  return {
    ...createRingLabels(model, t, format),
    stage: t('ring.schemeStage', { scheme: t(`scheme.${scheme}` as TextKey) }),
    movement: ({ moved, total, nodes }) => ({
      rows: t('ring.movement', { moved: format.integer(moved), total: format.integer(total) }),
      goal: t('ring.schemeGoal', {
        nodes: nodes.length === 1 ? model.nodes[nodes[0]!]!.name : t('ring.nodes', { count: nodes.length }),
      }),
    }),
  };
}

/** The picture as one sentence, before or after the change. */
export function schemeRingSummary(
  model: RingModel,
  scheme: string,
  at: 0 | 1,
  t: Translate,
  { integer, percent }: Format,
): string {
  const { before, moved } = model.counts;
  const total = before.reduce((sum, rows) => sum + rows, 0);
  return t('ring.schemeSummary', {
    scheme: t(`scheme.${scheme}` as TextKey),
    nodes: integer(model.nodes.length),
    total: integer(total),
    moved: integer(moved),
    share: percent(moved, total),
    arrived: integer(movedBetweenNodes(model.ledger, at).moved),
  });
}
