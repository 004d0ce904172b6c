import { type ReactElement, useEffect, useState } from 'react';
import { useT } from '../../i18n/useT.ts';
import { setUi } from '../../store/createAppStore.ts';
import { refusalText } from '../../store/refusalText.ts';
import type { AppState, Notice } from '../../store/state.ts';
import { useApp, useAppContext } from '../../store/useApp.ts';
import { ToastRegion } from '../../ui/ToastRegion.tsx';
import { createToastQueue } from '../../ui/toastQueue.ts';

const tones = { info: 'ok', note: 'info', error: 'error' } as const;

const selectNotice = (state: AppState): Notice | null => state.ui.notice;

/** Shows what happened, once, and says it to screen readers; errors stay until they are closed. */
export function Notices(): ReactElement {
  const { t, format } = useT();
  const { store } = useAppContext();
  const notice = useApp(selectNotice);
  const [queue] = useState(() => createToastQueue());
  useEffect(() => {
    if (notice === null) return;
    const label = notice.label === undefined ? '' : ` ${t(notice.label.key, notice.label.params)}`;
    const reason = notice.refusal === undefined ? '' : ` ${refusalText(notice.refusal, format)}`;
    const { action } = notice;
    queue.add({
      text: `${t(notice.key, notice.params)}${label}${reason}`,
      tone: tones[notice.kind],
      action: action && { label: t(action.label), onAction: action.run },
    });
    setUi(store, { notice: null });
  }, [notice, queue, store, t, format]);
  return <ToastRegion queue={queue} label={t('notice.region')} closeLabel={t('notice.close')} />;
}
