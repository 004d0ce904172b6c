import { type ReactElement, useDeferredValue } from 'react';
import { useT } from '../../i18n/useT.ts';
import { copySql } from '../../store/commands/copySql.ts';
import { downloadSql } from '../../store/commands/downloadSql.ts';
import { verify } from '../../store/commands/verify.ts';
import { selectActiveStep } from '../../store/selectors.ts';
import type { AppState } from '../../store/state.ts';
import { runCommand, useApp, useAppContext } from '../../store/useApp.ts';
import { Button } from '../../ui/Button.tsx';
import { lateView } from '../../ui/lazyView.ts';
import styles from './SqlPanel.module.css';
import { usePlanSql } from './usePlanSql.ts';

// CodeMirror is as large as the rest of the app; it arrives after the first picture.
const SqlViewer = lateView(async () => (await import('./SqlViewer.tsx')).SqlViewer);

const selectHasPostgres = (state: AppState): boolean => state.hasPostgres;

/** The plan as SQL, the current step marked, with what can be done with it. */
export function SqlPanel(): ReactElement {
  const { t } = useT();
  const context = useAppContext();
  const sql = usePlanSql();
  const text = sql?.text ?? '';
  const step = useDeferredValue(useApp(selectActiveStep));
  const hasPostgres = useApp(selectHasPostgres);
  const active = sql?.lines.find((section) => section.step === step);
  return (
    <div className={styles.panel}>
      <div className={styles.viewer}>
        <SqlViewer
          stand={<pre className={styles.plain}>{text.slice(0, 4000)}</pre>}
          text={text}
          label={t('sql.label')}
          activeLines={active === undefined ? null : { from: active.first, to: active.last }}
        />
      </div>
      <div className={styles.actions}>
        <Button
          label={t('command.verify')}
          variant="primary"
          onPress={() => runCommand(verify, context)}
          disabledReason={hasPostgres ? null : t('verify.absent')}
        />
        <Button label={t('sql.copy')} onPress={() => runCommand(copySql, context)} />
        <Button label={t('sql.download')} onPress={() => runCommand(downloadSql, context)} />
      </div>
    </div>
  );
}
