import type { Format } from '../i18n/format.ts';
import type { TextKey, Translate } from '../i18n/i18n.ts';
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
