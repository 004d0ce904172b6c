import type { Format } from '../../i18n/format.ts';
import type { Translate } from '../../i18n/i18n.ts';
import type { CitusPlan } from '../../store/citusPlan.ts';

/** A cost or a utilization in the measure of the strategy: bytes, or shards. */
export function measured(value: number, { strategy }: Pick<CitusPlan, 'strategy'>, format: Format): string {
  if (strategy.name === 'by_disk_size') return format.bytes(value);
  return format.decimal(value, Number.isInteger(value) ? 0 : 3);
}

/** What utilization means under the strategy. */
export function measureText({ strategy }: CitusPlan, t: Translate): string {
  switch (strategy.name) {
    case 'by_disk_size':
      return t('citus.measureBytes');
    case 'by_capacity':
      return t('citus.measureCapacity');
    default:
      return t('citus.measureShards');
  }
}

/** How full nodes are afterwards; where nothing moves, why. */
export function balanceText(plan: CitusPlan, t: Translate, format: Format): string {
  const { balance } = plan;
  const { idle } = balance;
  const show = (value: number): string => measured(value, plan, format);
  const figures = {
    least: show(balance.least),
    most: show(balance.most),
    lower: show(balance.lower),
    upper: show(balance.upper),
    average: show(balance.average),
  };
  switch (idle?.kind) {
    case undefined:
      return t('citus.bounds', figures);
    case 'within':
      return t('citus.within', figures);
    case 'ignored':
      return t('citus.allIgnored', figures);
    case 'useless':
      return t('citus.useless', {
        ...figures,
        shard: `${idle.shardId}`,
        source: idle.source,
        target: idle.target,
        sourceNow: show(idle.sourceNow),
        sourceThen: show(idle.sourceThen),
        targetNow: show(idle.targetNow),
        targetThen: show(idle.targetThen),
      });
  }
}
