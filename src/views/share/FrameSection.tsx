import { type ReactElement, useState } from 'react';
import { useT } from '../../i18n/useT.ts';
import { setUi } from '../../store/createAppStore.ts';
import { embedAddress, frameCode } from '../../store/embedAddress.ts';
import { shareLink } from '../../store/shareLink.ts';
import { useAppContext } from '../../store/useApp.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './ShareDialog.module.css';

/** The view on screen as a frame for another page. */
export function FrameSection(): ReactElement {
  const { t } = useT();
  const { store, services } = useAppContext();
  const [state] = useState(store.getState);
  const { text } = shareLink(state, services.address.withHash, { place: true, view: false, lang: true });
  const code = frameCode(embedAddress(text, state.ui.stageView), t('app.title', { name: state.document.name }));
  const copy = async (): Promise<void> => {
    const copied = await services.files.copyText(code);
    setUi(store, {
      notice: copied ? { kind: 'info', key: 'notice.copied' } : { kind: 'error', key: 'notice.copyRefused' },
    });
  };
  return (
    <section aria-label={t('share.embed')}>
      <h3>{t('share.embed')}</h3>
      <p>{t('share.embedNote')}</p>
      <div className={styles.line}>
        <input
          className={styles.code}
          readOnly
          aria-label={t('share.code')}
          value={code}
          onFocus={(event) => event.target.select()}
        />
        <Button label={t('share.copyCode')} onPress={() => void copy()} />
      </div>
    </section>
  );
}
