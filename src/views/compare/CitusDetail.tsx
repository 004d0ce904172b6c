import { type ReactElement, useState } from 'react';
import { useT } from '../../i18n/useT.ts';
import { numberOf } from '../../schemes/config.ts';
import { citusPlanOf, citusSpecOf, isReadilyPlanned } from '../../store/citusPlan.ts';
import { refusalText } from '../../store/refusalText.ts';
import type { Scenario } from '../../store/scenario.ts';
import type { AppState } from '../../store/state.ts';
import { useApp } from '../../store/useApp.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import styles from './CitusDetail.module.css';
import { CitusIsolate } from './CitusIsolate.tsx';
import { CitusMoves } from './CitusMoves.tsx';
import { CitusSplit } from './CitusSplit.tsx';
import { CitusSql } from './CitusSql.tsx';

const selectDocument = (state: AppState): Scenario => state.document;

/** Where Citus is compared: what its rebalancer does, move by move, and what splits and isolations would give. */
export function CitusDetail(): ReactElement | null {
  const { t } = useT();
  const document = useApp(selectDocument);
  const [isOpen, setIsOpen] = useState(false);
  if (citusSpecOf(document) === null) return null;
  return (
    <details className={styles.detail} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{t('citus.summary')}</summary>
      {isOpen && <CitusBody document={document} />}
    </details>
  );
}

/** Large plans wait until they are asked for: they would hold up the page with every change of the scenario. */
function CitusBody({ document }: { readonly document: Scenario }): ReactElement | null {
  const { t, format } = useT();
  const [wanted, setWanted] = useState<Scenario | null>(null);
  const spec = citusSpecOf(document)!;
  if (!isReadilyPlanned(spec) && wanted !== document) {
    return (
      <div className={styles.row}>
        <p>{t('citus.large', { shards: format.integer(numberOf(spec.config, 'shardCount')) })}</p>
        <Button label={t('citus.make')} onPress={() => setWanted(document)} />
      </div>
    );
  }
  const plan = citusPlanOf(document);
  if (plan === null) return null;
  if (!plan.ok) return <ErrorNote text={refusalText(plan.error, format)} />;
  const { keys } = document;
  return (
    <div className={styles.body}>
      <CitusMoves plan={plan.value} keys={keys} />
      <CitusSql plan={plan.value} />
      <div className={styles.forms}>
        <CitusSplit key={`shards ${numberOf(spec.config, 'shardCount')}`} plan={plan.value} keys={keys} />
        <CitusIsolate key={`type ${keys.columns[0]!.type}`} plan={plan.value} document={document} />
      </div>
    </div>
  );
}
