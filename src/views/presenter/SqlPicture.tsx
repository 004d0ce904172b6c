import type { ReactElement } from 'react';
import { useT } from '../../i18n/useT.ts';
import { selectSql } from '../../store/planSql.ts';
import { useApp } from '../../store/useApp.ts';
import styles from './PresenterView.module.css';

/** Lines that a slide has room for. */
const MOST_LINES = 15;

/** The SQL of the first step: what one transaction of the plan looks like. */
export function SqlPicture(): ReactElement {
  const { t } = useT();
  const { script } = useApp(selectSql);
  const lines =
    script.sections
      .find(({ step }) => step === 0)
      ?.text.trimEnd()
      .split('\n') ?? [];
  const rest = Math.max(0, lines.length - MOST_LINES);
  return (
    <figure className={styles.sql}>
      <figcaption>{t('presenter.firstStep')}</figcaption>
      <pre>{lines.slice(0, MOST_LINES).join('\n')}</pre>
      {rest > 0 && <p>{t('presenter.moreLines', { count: rest })}</p>}
    </figure>
  );
}
