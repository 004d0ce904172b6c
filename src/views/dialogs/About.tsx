import type { ReactElement } from 'react';
import { useT } from '../../i18n/useT.ts';
import styles from './Dialogs.module.css';

/** What the app is and what it does with what one gives it. */
export function About(): ReactElement {
  const { t } = useT();
  return (
    <div className={styles.about}>
      <p>{t('about.what')}</p>
      <p>{t('about.exact')}</p>
      <p>{t('about.private')}</p>
      <p>{t('about.licence')}</p>
    </div>
  );
}
