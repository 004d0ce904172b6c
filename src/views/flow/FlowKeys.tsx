import { type ReactElement, useMemo } from 'react';
import { markTexts } from '../../i18n/marks.ts';
import { useT } from '../../i18n/useT.ts';
import { createKeyTexts } from '../../keys/keyText.ts';
import type { FlowLink, FlowModel } from '../../scene/flow.ts';
import { sampleOfFlow } from '../../scene/flowSamples.ts';
import type { Counted } from '../../store/state.ts';
import { ExactnessMark } from '../../ui/ExactnessMark.tsx';
import { LiveRegion } from '../../ui/LiveRegion.tsx';
import styles from './FlowView.module.css';

interface FlowKeysProps {
  readonly counted: Counted;
  readonly model: FlowModel;
  readonly unit: 'partitions' | 'nodes';
  readonly link: number | null;
}

const MOST_KEYS = 8;

/** The ribbon that is marked in words, with a few real keys that are in it. */
export function FlowKeys({ counted, model, unit, link }: FlowKeysProps): ReactElement {
  const { t, format } = useT();
  const { keys } = counted.derived.document;
  const texts = useMemo(() => createKeyTexts(keys), [keys]);
  const marked = link === null ? undefined : model.links[link];
  const told = marked === undefined ? null : tell(marked);
  return (
    <>
      <p className={styles.keys}>
        {told === null ? t('flow.point') : <strong>{told.link}</strong>}{' '}
        {told !== null && told.keys !== '' && (
          <>
            {told.keys} <ExactnessMark {...markTexts('sampled', t)} />
          </>
        )}
      </p>
      {/* What the pointer only passes over is not said. */}
      <LiveRegion message={told === null ? '' : `${told.link} ${told.keys}`} />
    </>
  );

  function tell({ from: left, to: right, rows }: FlowLink): { readonly link: string; readonly keys: string } {
    const { derived, reply } = counted;
    const cluster = unit === 'nodes' ? derived.cluster : null;
    const [from, to] = [model.left[left]!, model.right[right]!];
    const samples = sampleOfFlow(reply.sample, derived.plan, cluster, from.index, to.index, MOST_KEYS);
    return {
      link: t('flow.link', {
        from: from.label,
        to: to.label,
        rows: format.integer(rows),
        percent: format.percent(rows, from.rows),
      }),
      keys:
        samples.length === 0 ? '' : t('flow.keys', { keys: samples.map((row) => texts(row).join(', ')).join(' · ') }),
    };
  }
}
