import type { ReactElement } from 'react';
import { useT } from '../../i18n/useT.ts';
import { deriveScenario } from '../../store/derive.ts';
import type { Edit } from '../../store/edits/edit.ts';
import { toLayoutSpec } from '../../store/edits/layoutSpecs.ts';
import { setCurrent } from '../../store/edits/setCurrent.ts';
import { setTarget } from '../../store/edits/setTarget.ts';
import { refusalText } from '../../store/refusalText.ts';
import type { Scenario } from '../../store/scenario.ts';
import type { AppState, Side } from '../../store/state.ts';
import { useApp } from '../../store/useApp.ts';
import type { LayoutSpec } from '../../topology/layoutSpec.ts';
import { formatLayoutText, parseLayoutText } from '../../topology/layoutText.ts';
import { TextField } from '../../ui/TextField.tsx';
import styles from './ScenarioPanel.module.css';
import { useEdit } from './useEdit.ts';

const selectDocument = (state: AppState): Scenario => state.document;

/** Sets of partitions whose moduli differ, as text; open when there is one, out of the way otherwise. */
export function MixedFields(): ReactElement {
  const { t } = useT();
  const { from, to } = useApp(selectDocument);
  return (
    <details className={styles.more} open={from.kind === 'mixed' || to.kind === 'mixed'}>
      <summary>{t('scenario.mixedModuli')}</summary>
      <BoundsField label={t('scenario.boundsNow')} side="from" edit={setCurrent} />
      <BoundsField label={t('scenario.boundsTarget')} side="to" edit={setTarget} />
    </details>
  );
}

interface BoundsFieldProps {
  readonly label: string;
  readonly side: Side;
  readonly edit: Edit<{ readonly spec: LayoutSpec }>;
}

/** More bounds than fit a line are counted, not written out. */
const MOST_WRITTEN = 64;

function BoundsField({ label, side, edit }: BoundsFieldProps): ReactElement | null {
  const { t, format } = useT();
  const document = useApp(selectDocument);
  const field = useEdit(edit);
  const derived = deriveScenario(document);
  if (!derived.ok) return null;
  const layout = derived.value[side];
  const value = layout.length > MOST_WRITTEN ? t('scenario.mixed', { count: layout.length }) : formatLayoutText(layout);
  const read = (text: string) => {
    const bounds = parseLayoutText(text);
    return bounds.ok ? ({ ok: true, spec: toLayoutSpec(bounds.value) } as const) : bounds;
  };
  return (
    <TextField
      label={label}
      value={value}
      layout="stack"
      isMono
      validate={(text) => {
        const next = read(text);
        return next.ok ? field.validate({ spec: next.spec }) : refusalText(next.error, format);
      }}
      onCommit={(text) => {
        const next = read(text);
        if (next.ok) field.commit({ spec: next.spec });
      }}
    />
  );
}
