import { type ReactElement, useState } from 'react';
import { locales } from '../../i18n/locales.ts';
import { useT } from '../../i18n/useT.ts';
import { saveFile } from '../../store/commands/saveFile.ts';
import { setUi } from '../../store/createAppStore.ts';
import { LONG_LINK, type ShareOptions, shareLink } from '../../store/shareLink.ts';
import { runCommand, useAppContext } from '../../store/useApp.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import styles from './ShareDialog.module.css';

/** The link, its length, and what it may hold beside the scenario; a long one gives way to a file. */
export function LinkSection(): ReactElement {
  const { t, format, locale } = useT();
  const context = useAppContext();
  const { store, services } = context;
  const [options, setOptions] = useState<ShareOptions>({ place: true, view: true, lang: false });
  // As it is when the window opens: what the link holds stands still below it.
  const [state] = useState(store.getState);
  const { text, isLong } = shareLink(state, services.address.withHash, options);
  const language = locales.find(({ id }) => id === locale)!.name;
  const labels = {
    place: t('share.place'),
    view: t('share.view', { name: t(`view.${state.ui.stageView}`) }),
    lang: t('share.lang', { name: language }),
  };
  const copy = async (): Promise<void> => {
    const copied = await services.files.copyText(text);
    const notice = copied
      ? ({ kind: 'info', key: 'notice.linkCopied', params: { count: text.length } } as const)
      : ({ kind: 'error', key: 'notice.copyRefused' } as const);
    setUi(store, { notice });
  };
  return (
    <section aria-label={t('share.link')}>
      <h3>{t('share.link')}</h3>
      {isLong && (
        <ErrorNote
          tone="warning"
          text={t('share.tooLong', { value: format.integer(text.length), max: format.integer(LONG_LINK) })}
          action={
            <Button label={t('command.saveFile')} variant="primary" onPress={() => runCommand(saveFile, context)} />
          }
        />
      )}
      <div className={styles.line}>
        <input
          className={styles.code}
          readOnly
          aria-label={t('share.link')}
          value={text}
          onFocus={(event) => event.target.select()}
        />
        <Button label={t('command.copyLink')} variant={isLong ? 'plain' : 'primary'} onPress={() => void copy()} />
      </div>
      <p className={styles.length}>{t('share.length', { count: text.length })}</p>
      <div className={styles.options}>
        {(['place', 'view', 'lang'] as const).map((id) => (
          <Checkbox
            key={id}
            label={labels[id]}
            isChecked={options[id]}
            onChange={(isChecked) => setOptions({ ...options, [id]: isChecked })}
          />
        ))}
      </div>
      <p>{t('share.holds')}</p>
    </section>
  );
}
