import type { ComponentType, ReactElement } from 'react';
import type { TextKey } from '../i18n/i18n.ts';
import { useT } from '../i18n/useT.ts';
import { setUi } from '../store/createAppStore.ts';
import type { AppState, DialogId } from '../store/state.ts';
import { useApp, useAppContext } from '../store/useApp.ts';
import { lazyView } from '../ui/lazyView.ts';

/** A window with its title; it opens when all of it is there. */
function windowOf(title: TextKey, load: () => Promise<ComponentType>, isWide = false): ComponentType {
  return lazyView(async () => {
    const [View, { Dialog }] = await Promise.all([load(), import('../ui/Dialog.tsx')]);
    return function AppDialog(): ReactElement {
      const { t } = useT();
      const { store } = useAppContext();
      const close = (): void => setUi(store, { dialog: null });
      return (
        <Dialog title={t(title)} isWide={isWide} isOpen onClose={close} closeLabel={t('notice.close')}>
          <View />
        </Dialog>
      );
    };
  });
}

/** The windows over the page; each arrives when it is first opened. */
const dialogs: Readonly<Record<DialogId, ComponentType>> = {
  palette: lazyView(async () => (await import('../views/palette/Palette.tsx')).Palette),
  settings: windowOf('settings.title', async () => (await import('../views/dialogs/Settings.tsx')).Settings),
  shortcuts: windowOf('command.showShortcuts', async () => (await import('../views/dialogs/Shortcuts.tsx')).Shortcuts),
  about: windowOf('command.showAbout', async () => (await import('../views/dialogs/About.tsx')).About),
  layouts: windowOf('layout.own', async () => (await import('../views/dialogs/Layouts.tsx')).Layouts),
  gallery: windowOf('gallery.title', async () => (await import('../views/documents/Gallery.tsx')).Gallery, true),
  recent: windowOf('recent.title', async () => (await import('../views/documents/RecentFiles.tsx')).RecentFiles),
  versions: windowOf('versions.title', async () => (await import('../views/documents/Versions.tsx')).Versions),
  history: windowOf('history.title', async () => (await import('../views/documents/UndoHistory.tsx')).UndoHistory),
  share: windowOf('command.share', async () => (await import('../views/share/ShareDialog.tsx')).ShareDialog),
};

const selectDialog = (state: AppState): DialogId | null => state.ui.dialog;

/** The window that is open, if any. */
export function AppDialogs(): ReactElement | null {
  const id = useApp(selectDialog);
  if (id === null) return null;
  const View = dialogs[id];
  return <View />;
}
