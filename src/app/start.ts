import { changeLocale } from '../i18n/i18n.ts';
import { matchLocale } from '../i18n/locales.ts';
import type { Result } from '../lib/result.ts';
import type { CommandContext } from '../store/commands/command.ts';
import { type AppStore, createAppStore, setUi } from '../store/createAppStore.ts';
import { StorageOff } from '../store/database.ts';
import type { Refusal } from '../store/edits/edit.ts';
import { startAutosave } from '../store/effects/autosave.ts';
import { startCounting } from '../store/effects/counting.ts';
import { startOrigins } from '../store/effects/origins.ts';
import type { LinkState } from '../store/link.ts';
import { openDocument } from '../store/openDocument.ts';
import { serialiseScenario } from '../store/parseScenario.ts';
import { isFull, nothingSaved, type Saved } from '../store/persistence.ts';
import type { Services } from '../store/services.ts';
import { type AppState, initialState, type Notice } from '../store/state.ts';
import { createVisit, type Visit } from '../store/visit.ts';
import { loadLate } from '../ui/late.ts';
import { awaitPicture } from './awaitPicture.ts';
import { watchErrors } from './watchErrors.ts';

/** Only the build that web servers serve has a service worker. */
const hasOfflineCopy = import.meta.env.PROD && import.meta.env.MODE !== 'single' && 'serviceWorker' in navigator;

/** Builds the store from the address, the autosave or the first example, in that order, and starts its effects. */
export async function startApp(services: Services): Promise<CommandContext> {
  services.engine.warm();
  const saved = await services.storage.load().catch(() => nothingSaved);
  const own = saved.preferences.locale ?? matchLocale(navigator.languages);
  const opening = openingState(await readLink(services), saved, own);
  await changeLocale(opening.ui.locale);
  const hasPostgres = services.startVerify !== null;
  const store = createAppStore({ ...opening, hasPostgres });
  awaitPicture(store);
  const visit = createVisit(store, own);
  const counting = startCounting(store, services);
  startOrigins(store);
  const kept = { ...services, storage: visit.keepLocale(services.storage) };
  const { saveNow } = startAutosave(store, kept, (error) => setUi(store, { notice: notSaved(error) }));
  store.subscribe((state, before) => {
    if (state.ui.locale !== before.ui.locale) void changeLocale(state.ui.locale);
  });
  window.addEventListener('hashchange', () => void openLink(store, services, visit));
  watchErrors(store, services.files);
  if (hasOfflineCopy) {
    void loadLate(() => import('./offline/startOffline.ts')).then(({ startOffline }) => startOffline(store, saveNow));
  }
  return { store, services, counting, ...startLater(store, services) };
}

/** The effects that the first picture does without; what is asked of them before they are there waits. */
function startLater(store: AppStore, services: Services): Pick<CommandContext, 'comparing' | 'verifier'> {
  const { document: opened } = store.getState();
  const late = loadLate(() => import('./lateEffects.ts')).then(({ startLateEffects }) =>
    startLateEffects(store, services, opened),
  );
  return {
    comparing: {
      again: () => void late.then(({ comparing }) => comparing.again()),
      stop: () => void late.then(({ comparing }) => comparing.stop()),
    },
    verifier: {
      start: () => void late.then(({ verifier }) => verifier.start()),
      cancel: () => void late.then(({ verifier }) => verifier.cancel()),
    },
  };
}

/** Null when the address carries no scenario; what reads one is loaded only then. */
async function readLink({ address }: Services): Promise<Result<LinkState, Refusal> | null> {
  const hash = address.readHash();
  return hash === '' ? null : (await import('../store/link.ts')).decodeLink(hash);
}

function openingState(
  link: Result<LinkState, Refusal> | null,
  saved: Saved,
  locale: AppState['ui']['locale'],
): Pick<AppState, 'document' | 'ui'> & Partial<AppState> {
  const ui = { ...initialState.ui, ...saved.preferences, locale, notice: troubleOf(saved) };
  const document = saved.scenario ?? initialState.document;
  const origin = saved.scenario === null ? initialState.origin : (saved.origin ?? null);
  if (link === null) return { document, origin, ui };
  if (!link.ok)
    return {
      document,
      origin,
      ui: { ...ui, notice: { kind: 'error', key: 'notice.linkRefused', refusal: link.error } },
    };
  const playback = { ...initialState.playback, startAt: link.value.t };
  const { scenario } = link.value;
  // After a reload the address holds the document that was saved beside it.
  const isSaved = saved.scenario !== null && serialiseScenario(saved.scenario) === serialiseScenario(scenario);
  return { document: scenario, origin: isSaved ? origin : null, ui: { ...ui, ...shownBy(link.value) }, playback };
}

/** What a link says about the page: its language and view. */
function shownBy({ view, lang }: LinkState): Partial<AppState['ui']> {
  return { ...(view !== undefined && { stageView: view }), ...(lang !== undefined && { locale: lang }) };
}

function troubleOf({ trouble }: Saved): Notice | null {
  if (trouble === undefined) return null;
  return { kind: 'error', key: trouble === 'fresh' ? 'notice.databaseFresh' : 'notice.autosaveDamaged' };
}

function notSaved(error: unknown): Notice {
  if (error instanceof StorageOff) return { kind: 'error', key: 'notice.storageOff' };
  if (isFull(error)) return { kind: 'error', key: 'notice.storageFull' };
  const message = error instanceof Error ? error.message : String(error);
  return { kind: 'error', key: 'notice.autosaveFailed', params: { message } };
}

/** A link pasted into the address bar of the open app: an undoable edit, or a message and nothing changed. */
async function openLink(store: AppStore, services: Services, visit: Visit): Promise<void> {
  const link = await readLink(services);
  if (link === null) return;
  if (!link.ok) {
    setUi(store, { notice: { kind: 'error', key: 'notice.linkRefused', refusal: link.error } });
    return;
  }
  store.setState(({ playback }) => ({ playback: { ...playback, startAt: link.value.t } }));
  openDocument(store, link.value.scenario, null);
  visit.show(shownBy(link.value));
  const params = { name: link.value.scenario.name };
  setUi(store, { notice: { kind: 'info', key: 'notice.linkOpened', params } });
}
