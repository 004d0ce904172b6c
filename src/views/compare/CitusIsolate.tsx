import { type ReactElement, useMemo, useState } from 'react';
import { getKeyType } from '../../hash/getKeyType.ts';
import { useT } from '../../i18n/useT.ts';
import { distributionColumn } from '../../keys/keySpec.ts';
import { citusHashesOf } from '../../store/citusHashes.ts';
import type { CitusPlan } from '../../store/citusPlan.ts';
import { firstTenant, planIsolation } from '../../store/citusShards.ts';
import type { Scenario } from '../../store/scenario.ts';
import { TextField } from '../../ui/TextField.tsx';
import { CitusChildren } from './CitusChildren.tsx';
import styles from './CitusDetail.module.css';
import { errorText } from './serverText.ts';

interface CitusIsolateProps {
  readonly plan: CitusPlan;
  readonly document: Scenario;
}

/** A shard of its own for one value of the distribution column, on the cluster before the change. */
export function CitusIsolate({ plan, document }: CitusIsolateProps): ReactElement {
  const { t } = useT();
  const { keys } = document;
  const { name, type } = distributionColumn(keys);
  const example = useMemo(() => firstTenant(keys), [keys]);
  const [wished, setWished] = useState<string | null>(null);
  const tenant = wished ?? example;
  const answer = planIsolation(plan, document, tenant);
  return (
    <section className={styles.section} aria-label={t('citus.isolate')}>
      <h2>{t('citus.isolate')}</h2>
      <p className={styles.muted}>{t('citus.isolateNote')}</p>
      <TextField
        label={t('citus.tenant', { name, type: getKeyType(type).sqlName })}
        value={tenant}
        isMono
        validate={(text) => {
          const next = planIsolation(plan, document, text);
          return next.ok ? null : errorText(next.error);
        }}
        onCommit={setWished}
      />
      {answer.ok && (
        <dl className={styles.facts}>
          <Fact name={t('citus.hash')} value={`${answer.value.hash}`} />
          <Fact
            name={t('citus.isIn')}
            value={t('citus.shardName', { index: answer.value.index, id: `${answer.value.parentId}` })}
          />
          <Fact name={t('citus.points')} value={answer.value.points.join(', ')} />
          <Fact name={t('citus.ownShard')} value={`${answer.value.shardId}`} />
        </dl>
      )}
      <CitusChildren
        answer={answer}
        hashes={citusHashesOf(keys)}
        label={t('citus.isolate')}
        copyLabel={t('citus.copyIsolate')}
      />
    </section>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }): ReactElement {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
