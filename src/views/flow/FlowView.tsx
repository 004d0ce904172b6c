import { type ReactElement, useMemo, useState } from 'react';
import { useT } from '../../i18n/useT.ts';
import { type FlowModel, nodeFlow, partitionFlow } from '../../scene/flow.ts';
import { clusterCountsOf } from '../../store/figures.ts';
import { selectCounted } from '../../store/selectors.ts';
import type { Counted } from '../../store/state.ts';
import { useApp } from '../../store/useApp.ts';
import { SegmentedControl } from '../../ui/SegmentedControl.tsx';
import { FlowKeys } from './FlowKeys.tsx';
import { FlowPicture } from './FlowPicture.tsx';
import { FlowTable } from './FlowTable.tsx';
import styles from './FlowView.module.css';

type Unit = 'partitions' | 'nodes';

/** Where all rows are before and after the change, and what goes from where to where. */
export function FlowView(): ReactElement | null {
  const counted = useApp(selectCounted);
  return counted === null ? null : <CountedFlow counted={counted} />;
}

function CountedFlow({ counted }: { readonly counted: Counted }): ReactElement {
  const { t, format } = useT();
  const [unit, setUnit] = useState<Unit>('partitions');
  const model = useMemo(() => modelOf(counted, unit), [counted, unit]);
  // The link under the pointer, or the one chosen in the table; forgotten with the model it belongs to.
  const [hovered, setHovered] = useState<readonly [FlowModel, number] | null>(null);
  const [chosen, setChosen] = useState<readonly [FlowModel, number] | null>(null);
  const marked = [hovered, chosen].find((link) => link !== null && link[0] === model)?.[1] ?? null;
  const segments = (['partitions', 'nodes'] as const).map((id) => ({ id, label: t(`flow.${id}`) }));
  if (model === null) return <p className={styles.note}>{t('flow.tooMany')}</p>;
  const moved = model.links.reduce((sum, { rows, moves }) => sum + (moves ? rows : 0), 0);
  const total = model.left.reduce((sum, { rows }) => sum + rows, 0);
  const summary = t(unit === 'nodes' ? 'flow.summaryNodes' : 'flow.summaryPartitions', {
    moved: format.integer(moved),
    total: format.integer(total),
    percent: format.percent(moved, total),
    before: model.left.length,
    after: model.right.length,
  });
  return (
    <div className={styles.view}>
      <div className={styles.bar}>
        <SegmentedControl label={t('flow.unit')} segments={segments} value={unit} onSelect={setUnit} />
        <p className={styles.note}>
          {model.hiddenLinks === 0
            ? summary
            : `${summary} ${t('flow.hidden', {
                links: format.integer(model.hiddenLinks),
                rows: format.integer(model.hiddenRows),
              })}`}
        </p>
      </div>
      <FlowPicture
        model={model}
        label={summary}
        marked={marked}
        onMark={(link) => setHovered(link === null ? null : [model, link])}
      />
      <FlowKeys counted={counted} model={model} unit={unit} link={marked} />
      <FlowTable model={model} chosen={marked} onChoose={(link) => setChosen([model, link])} />
    </div>
  );
}

function modelOf(counted: Counted, unit: Unit): FlowModel | null {
  const { derived, reply } = counted;
  if (unit === 'nodes') return nodeFlow(derived.cluster, clusterCountsOf(counted));
  return partitionFlow(derived.plan, reply.changes[0]!, derived.cluster);
}
