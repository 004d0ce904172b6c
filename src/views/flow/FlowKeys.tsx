import { type ReactElement, useMemo } from 'react';
import { markTexts } from '../../i18n/marks.ts';
import { useT } from '../../i18n/useT.ts';
import { createKeyTexts } from '../../keys/keyText.ts';
import type { FlowModel } from '../../scene/flow.ts';
import { sampleOfFlow } from '../../scene/flowSamples.ts';
import type { Counted } from '../../store/state.ts';
import { ExactnessMark } from '../../ui/ExactnessMark.tsx';
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
  if (marked === undefined) return <p className={styles.keys}>{t('flow.point')}</p>;
  const { derived, reply } = counted;
  const cluster = unit === 'nodes' ? derived.cluster : null;
  const [from, to] = [model.left[marked.from]!, model.right[marked.to]!];
  const samples = sampleOfFlow(reply.sample, derived.plan, cluster, from.index, to.index, MOST_KEYS);
  return (
    <p className={styles.keys} aria-live="polite">
      <strong>
        {t('flow.link', {
          from: from.label,
          to: to.label,
          rows: format.integer(marked.rows),
          percent: format.percent(marked.rows, from.rows),
        })}
      </strong>{' '}
      {samples.length > 0 && (
        <>
          {t('flow.keys', { keys: samples.map((row) => texts(row).join(', ')).join(' · ') })}{' '}
          <ExactnessMark {...markTexts('sampled', t)} />
        </>
      )}
    </p>
  );
}
