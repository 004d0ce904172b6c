import { type ReactElement, useMemo, useState } from 'react';
import { useT } from '../../i18n/useT.ts';
import type { KeySpec } from '../../keys/keySpec.ts';
import { halvingPoint, MAX_HASH, MIN_HASH } from '../../schemes/citus/ranges.ts';
import { citusHashesOf, countInRanges } from '../../store/citusHashes.ts';
import type { CitusPlan } from '../../store/citusPlan.ts';
import { planSplit } from '../../store/citusShards.ts';
import { NumberField } from '../../ui/NumberField.tsx';
import { Select } from '../../ui/Select.tsx';
import { CitusChildren } from './CitusChildren.tsx';
import styles from './CitusDetail.module.css';
import { errorText } from './serverText.ts';

interface CitusSplitProps {
  readonly plan: CitusPlan;
  readonly keys: KeySpec;
}

interface Wish {
  readonly index: number;
  /** Null for the middle of the range. */
  readonly point: number | null;
  /** Null for the node where the shard is. */
  readonly upperNode: number | null;
}

/** One shard into two, on the cluster before the change; it begins with the fullest shard. */
export function CitusSplit({ plan, keys }: CitusSplitProps): ReactElement {
  const { t, format } = useT();
  const { before } = plan.change;
  const hashes = citusHashesOf(keys);
  const fullest = useMemo(() => fullestOf(hashes, plan), [hashes, plan]);
  const [wish, setWish] = useState<Wish | null>(null);
  const { index, point: wishedPoint, upperNode } = wish ?? { index: fullest, point: null, upperNode: null };
  const range = before.ranges[index]!;
  const point = wishedPoint ?? halvingPoint(range) ?? range.min;
  const nodes = plan.nodes.filter((line) => line.before !== null);
  const own = before.nodeIds[index]![0]!;
  const upper = nodes.some(({ node }) => node.id === upperNode) ? upperNode! : own;
  const answer = planSplit(plan, index, point, upper);
  const last = before.ranges.length - 1;
  const refusePoint = (value: number): string | null => {
    if (Number.isNaN(value)) return t('problem.notANumber');
    if (!Number.isInteger(value) || value < MIN_HASH || value > MAX_HASH) {
      return t('citus.pointRange', { value: `${value}`, min: `${MIN_HASH}`, max: `${MAX_HASH}` });
    }
    const split = planSplit(plan, index, value, upper);
    return split.ok ? null : errorText(split.error);
  };
  const refuseIndex = (value: number): string | null => {
    if (Number.isNaN(value)) return t('problem.notANumber');
    if (Number.isInteger(value) && value >= 0 && value <= last) return null;
    return t('citus.shardRange', { value: `${value}`, max: format.integer(last) });
  };
  return (
    <section className={styles.section} aria-label={t('citus.split')}>
      <h2>{t('citus.split')}</h2>
      <p className={styles.muted}>{t('citus.splitNote')}</p>
      <NumberField
        label={t('citus.splitShard')}
        value={index}
        format={String}
        validate={refuseIndex}
        onCommit={(next) => setWish({ index: next, point: null, upperNode: null })}
      />
      <NumberField
        label={t('citus.splitPoint')}
        value={point}
        format={String}
        validate={refusePoint}
        onCommit={(next) => setWish({ index, point: next, upperNode: upper })}
      />
      <Select
        label={t('citus.splitNode')}
        options={nodes.map(({ node, name }) => ({ id: String(node.id), label: name }))}
        value={String(upper)}
        onSelect={(id) => setWish({ index, point, upperNode: Number(id) })}
      />
      <CitusChildren answer={answer} hashes={hashes} label={t('citus.split')} copyLabel={t('citus.copySplit')} />
    </section>
  );
}

/** Place of the shard with the most rows; the first one where they are not known. */
function fullestOf(hashes: Int32Array | null, { change }: CitusPlan): number {
  if (hashes === null) return 0;
  const rows = countInRanges(hashes, change.before.ranges);
  return rows.indexOf(rows.reduce((most, count) => Math.max(most, count), 0));
}
