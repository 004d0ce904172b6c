import type { ReactElement } from 'react';
import type { Translate } from '../../i18n/i18n.ts';
import { useT } from '../../i18n/useT.ts';
import { type PolicySource, readPolicy } from '../../store/policyFacts.ts';
import { useAppContext } from '../../store/useApp.ts';
import { FormulaPopover } from '../../ui/FormulaPopover.tsx';
import styles from './StatusBar.module.css';

/** That nothing leaves the browser, and what makes sure of it: the page's own policy in words, or that there is none. */
export function PrivacyNote(): ReactElement {
  const { t } = useT();
  const { policy } = useAppContext().services;
  return (
    <FormulaPopover figure={t('status.private')} hint={t('policy.ask')} heading={t('policy.ask')}>
      {policy === null ? <p>{t('policy.none')}</p> : <Rules policy={policy} />}
    </FormulaPopover>
  );
}

function Rules({ policy }: { readonly policy: string }): ReactElement {
  const { t } = useT();
  const facts = readPolicy(policy);
  const workers = facts.find(({ directive }) => directive === 'worker-src');
  return (
    <>
      <p>{t('policy.enforced')}</p>
      <dl className={styles.rules}>
        {facts.map(({ directive, from }) => (
          <div key={directive}>
            <dt>{t(`policy.what.${directive}`)}</dt>
            <dd>{from.map((source) => sourceText(source, t)).join(', ')}</dd>
          </div>
        ))}
      </dl>
      <p>{t(workers?.from.includes('page') ? 'policy.workersInherit' : 'policy.workers')}</p>
      <p>{t('policy.links')}</p>
    </>
  );
}

function sourceText(source: PolicySource, t: Translate): string {
  return typeof source === 'string' ? t(`policy.from.${source}`) : source.address;
}
