import type { ComponentType, ReactElement } from 'react';
import type { TextKey } from '../i18n/i18n.ts';
import { useT } from '../i18n/useT.ts';
import { setUi } from '../store/createAppStore.ts';
import type { AppState, DialogId } from '../store/state.ts';
import { useApp, useAppContext } from '../store/useApp.ts';
import { lazyView } from '../ui/lazyView.ts';

interface DialogView {
  readonly title: TextKey;
  readonly View: ComponentType;
  readonly isWide?: boolean;
}

const Dialog = lazyView(async () => (await import('../ui/Dialog.tsx')).Dialog);

/** A window without a title. */
const Palette = lazyView(async () => (await import('../views/palette/Palette.tsx')).Palette);

/** The windows over the page; each arrives when it is first opened. */
const dialogs: Readonly<Record<Exclude<DialogId, 'palette'>, DialogView>> = {
  settings: {
    title: 'settings.title',
    View: lazyView(async () => (await import('../views/dialogs/Settings.tsx')).Settings),
  },
  shortcuts: {
    title: 'command.showShortcuts',
    View: lazyView(async () => (await import('../views/dialogs/Shortcuts.tsx')).Shortcuts),
  },
  about: {
    title: 'command.showAbout',
    View: lazyView(async () => (await import('../views/dialogs/About.tsx')).About),
  },
  layouts: {
    title: 'layout.own',
    View: lazyView(async () => (await import('../views/dialogs/Layouts.tsx')).Layouts),
  },
  gallery: {
    title: 'gallery.title',
    View: lazyView(async () => (await import('../views/documents/Gallery.tsx')).Gallery),
    isWide: true,
  },
  recent: {
    title: 'recent.title',
    View: lazyView(async () => (await import('../views/documents/RecentFiles.tsx')).RecentFiles),
  },
  versions: {
    title: 'versions.title',
    View: lazyView(async () => (await import('../views/documents/Versions.tsx')).Versions),
  },
  history: {
    title: 'history.title',
    View: lazyView(async () => (await import('../views/documents/UndoHistory.tsx')).UndoHistory),
  },
  share: {
    title: 'command.share',
    View: lazyView(async () => (await import('../views/share/ShareDialog.tsx')).ShareDialog),
  },
};

const selectDialog = (state: AppState): DialogId | null => state.ui.dialog;

/** The window that is open, if any. */
export function AppDialogs(): ReactElement | null {
  const { t } = useT();
  const { store } = useAppContext();
  const id = useApp(selectDialog);
  if (id === null) return null;
  if (id === 'palette') {
    return <Palette />;
  }
  const { title, View, isWide } = dialogs[id];
  return (
    <Dialog
      title={t(title)}
      isWide={isWide}
      isOpen
      onClose={() => setUi(store, { dialog: null })}
      closeLabel={t('notice.close')}
    >
      <View />
    </Dialog>
  );
}
