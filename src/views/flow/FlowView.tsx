import { type ReactElement, useMemo, useState } from 'react';
import { useT } from '../../i18n/useT.ts';
import type { FlowModel } from '../../scene/flow.ts';
import { setUi } from '../../store/createAppStore.ts';
import { saveTable } from '../../store/export/saveTable.ts';
import { flowModelOf, flowSummary } from '../../store/flowModel.ts';
import { selectCounted } from '../../store/selectors.ts';
import type { AppState, Counted, FlowUnit } from '../../store/state.ts';
import { useApp, useAppContext } from '../../store/useApp.ts';
import { Button } from '../../ui/Button.tsx';
import { SegmentedControl } from '../../ui/SegmentedControl.tsx';
import { FlowKeys } from './FlowKeys.tsx';
import { FlowPicture } from './FlowPicture.tsx';
import { FlowTable } from './FlowTable.tsx';
import styles from './FlowView.module.css';

const selectUnit = (state: AppState): FlowUnit => state.ui.flowUnit;

/** Where all rows are before and after the change, and what goes from where to where. */
export function FlowView(): ReactElement | null {
  const counted = useApp(selectCounted);
  return counted === null ? null : <CountedFlow counted={counted} />;
}

function CountedFlow({ counted }: { readonly counted: Counted }): ReactElement {
  const { t, format } = useT();
  const context = useAppContext();
  const unit = useApp(selectUnit);
  const model = useMemo(() => flowModelOf(counted, unit), [counted, unit]);
  // The link under the pointer, or the one chosen in the table; forgotten with the model it belongs to.
  const [hovered, setHovered] = useState<readonly [FlowModel, number] | null>(null);
  const [chosen, setChosen] = useState<readonly [FlowModel, number] | null>(null);
  const marked = [hovered, chosen].find((link) => link !== null && link[0] === model)?.[1] ?? null;
  const segments = (['partitions', 'nodes'] as const).map((id) => ({ id, label: t(`flow.${id}`) }));
  if (model === null) return <p className={styles.note}>{t('flow.tooMany')}</p>;
  const summary = flowSummary(model, unit, t, format);
  return (
    <div className={styles.view}>
      <div className={styles.bar}>
        <SegmentedControl
          label={t('flow.unit')}
          segments={segments}
          value={unit}
          onSelect={(flowUnit) => setUi(context.store, { flowUnit })}
        />
        <p className={styles.note}>{summary}</p>
        <Button
          label={t('export.csv')}
          icon="download"
          variant="quiet"
          onPress={() => void saveTable(context, 'flow')}
        />
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
