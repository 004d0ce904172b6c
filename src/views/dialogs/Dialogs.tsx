import type { ReactElement } from 'react';
import { useT } from '../../i18n/useT.ts';
import { setUi } from '../../store/createAppStore.ts';
import type { AppState, Ui } from '../../store/state.ts';
import { useApp, useAppContext } from '../../store/useApp.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { About } from './About.tsx';
import { Shortcuts } from './Shortcuts.tsx';

const selectDialog = (state: AppState): Ui['dialog'] => state.ui.dialog;

/** The dialogs of the Help menu; one at a time. */
export function Dialogs(): ReactElement {
  const { t } = useT();
  const { store } = useAppContext();
  const dialog = useApp(selectDialog);
  const close = (): void => setUi(store, { dialog: null });
  return (
    <>
      <Dialog
        title={t('command.showShortcuts')}
        isOpen={dialog === 'shortcuts'}
        onClose={close}
        closeLabel={t('notice.close')}
      >
        <Shortcuts />
      </Dialog>
      <Dialog title={t('command.showAbout')} isOpen={dialog === 'about'} onClose={close} closeLabel={t('notice.close')}>
        <About />
      </Dialog>
    </>
  );
}
