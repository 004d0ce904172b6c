import type { ReactElement } from 'react';
import { useT } from '../../i18n/useT.ts';
import { verify } from '../../store/commands/verify.ts';
import { isSameWork } from '../../store/isVerified.ts';
import type { AppState, Verification } from '../../store/state.ts';
import { runCommand, useApp, useAppContext } from '../../store/useApp.ts';
import { Button } from '../../ui/Button.tsx';
import { Report } from './Report.tsx';
import { RunProgress } from './RunProgress.tsx';
import styles from './VerifyPanel.module.css';

const selectVerification = (state: AppState): Verification => state.verification;
const selectHasPostgres = (state: AppState): boolean => state.hasPostgres;
const selectDocument = (state: AppState): AppState['document'] => state.document;

/** The second opinion: the exported SQL, run step by step in a real PostgreSQL in this tab. */
export function VerifyPanel(): ReactElement {
  const { t } = useT();
  const context = useAppContext();
  const { status, report, event, error, document } = useApp(selectVerification);
  const outdated = !isSameWork(document, useApp(selectDocument));
  const hasPostgres = useApp(selectHasPostgres);
  const running = status === 'running';
  return (
    <div className={styles.panel}>
      <p className={styles.intro}>{t('verify.intro')}</p>
      {!hasPostgres && <p>{t('verify.absent')}</p>}
      <div className={styles.actions}>
        <Button
          label={t(running ? 'command.cancelVerify' : report === null ? 'command.verify' : 'verify.again')}
          variant={running ? 'plain' : 'primary'}
          onPress={() => runCommand(verify, context)}
          disabledReason={hasPostgres ? null : t('verify.absent')}
        />
      </div>
      {running && <RunProgress event={event} />}
      {status === 'failed' && (
        <p role="alert" className={styles.fail}>
          {t('verify.crashed', { message: error ?? '' })}
        </p>
      )}
      {status === 'done' && report !== null && (
        <>
          {outdated && <p className={styles.outdated}>{t('verify.outdated')}</p>}
          <Report report={report} />
        </>
      )}
    </div>
  );
}
