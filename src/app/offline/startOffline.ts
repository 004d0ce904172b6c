import { Workbox } from 'workbox-window';
import { type AppStore, setUi } from '../../store/createAppStore.ts';

/** Longest wait for a new version to take over, ms. */
const PATIENCE = 2000;

/**
 * Keeps the app for use without a network, and asks before a new version takes over.
 * @param saveNow settles when all changes are stored; a rejection keeps the page as it is
 */
export async function startOffline(store: AppStore, saveNow: () => Promise<void>): Promise<void> {
  const worker = new Workbox('./sw.js');
  let isAgreed = false;
  const ask = (reload: () => void): void =>
    setUi(store, {
      notice: {
        kind: 'info',
        key: 'offline.newVersion',
        action: { label: 'offline.reload', run: () => void saveNow().then(reload, (error) => refuse(store, error)) },
      },
    });
  worker.addEventListener('waiting', () =>
    ask(() => {
      isAgreed = true;
      worker.messageSkipWaiting();
      setTimeout(() => void leaveOld(), PATIENCE);
    }),
  );
  worker.addEventListener('controlling', ({ isUpdate }) => {
    if (isAgreed) window.location.reload();
    // Another tab agreed: what this one has not loaded yet is no longer kept.
    else if (isUpdate) ask(() => window.location.reload());
  });
  document.addEventListener('visibilitychange', () => {
    // A tab that stays open for days; without a network there is no newer version to be found.
    if (document.visibilityState === 'visible') worker.update().catch(() => undefined);
  });
  // Where storage is forbidden the app works as before, with a network.
  await worker.register().catch(() => undefined);
}

/**
 * Chromium may hold a new version back for minutes while the old one is at work for this page. Without either of them the
 * page comes from the host, from which the new version has just come, and keeps it anew.
 */
async function leaveOld(): Promise<void> {
  await (await navigator.serviceWorker.getRegistration())?.unregister();
  window.location.reload();
}

function refuse(store: AppStore, error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  setUi(store, { notice: { kind: 'error', key: 'notice.autosaveFailed', params: { message } } });
}
