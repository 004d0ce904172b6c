import type { Format } from '../i18n/format.ts';
import type { Translate } from '../i18n/i18n.ts';
import { type FlowModel, nodeFlow, partitionFlow } from '../scene/flow.ts';
import { clusterCountsOf } from './figures.ts';
import type { Counted, FlowUnit } from './state.ts';

/** What goes from where to where; null when there are too many pairs of partitions to be counted. */
export function flowModelOf(counted: Counted, unit: FlowUnit): FlowModel | null {
  const { derived, reply } = counted;
  if (unit === 'nodes') return nodeFlow(derived.cluster, clusterCountsOf(counted));
  return partitionFlow(derived.plan, reply.changes[0]!, derived.cluster);
}

/** The flow in one or two sentences: what moves, and what is too thin to be drawn. */
export function flowSummary(model: FlowModel, unit: FlowUnit, t: Translate, format: Format): string {
  const moved = model.links.reduce((sum, { rows, moves }) => sum + (moves ? rows : 0), 0);
  const total = model.left.reduce((sum, { rows }) => sum + rows, 0);
  const summary = t(unit === 'nodes' ? 'flow.summaryNodes' : 'flow.summaryPartitions', {
    moved: format.integer(moved),
    total: format.integer(total),
    percent: format.percent(moved, total),
    before: model.left.length,
    after: model.right.length,
  });
  if (model.hiddenLinks === 0) return summary;
  const hidden = { links: format.integer(model.hiddenLinks), rows: format.integer(model.hiddenRows) };
  return `${summary} ${t('flow.hidden', hidden)}`;
}
