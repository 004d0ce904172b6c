import type { ReactElement } from 'react';
import { useT } from '../../i18n/useT.ts';
import type { VerifyEvent } from '../../postgres/protocol.ts';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { useSilence } from '../../ui/useSilence.ts';

/** A server of 16 MB takes its time to arrive, and so may one statement. */
const PATIENCE_S = 10;

/** What PostgreSQL is doing now. */
export function RunProgress({ event }: { readonly event: VerifyEvent | null }): ReactElement {
  const { t, format } = useT();
  const silent = useSilence(true, event, PATIENCE_S);
  if (silent !== null) {
    const share = event === null || event.total === 0 ? null : event.done / event.total;
    const label = t(`verify.phase.${event?.phase ?? 'start'}`);
    return <ProgressBar label={label} share={share} text={t('error.serverSilent', { seconds: silent })} />;
  }
  if (event === null || event.total === 0) {
    return <ProgressBar label={t('verify.phase.start')} share={null} text={t('verify.starting')} />;
  }
  const text = t('verify.progress', { done: format.integer(event.done), total: format.integer(event.total) });
  const rate =
    event.rowsPerSecond === null ? '' : ` · ${t('verify.rate', { rate: format.compact(event.rowsPerSecond) })}`;
  return <ProgressBar label={t(`verify.phase.${event.phase}`)} share={event.done / event.total} text={text + rate} />;
}
