import { changeLocale } from '../i18n/i18n.ts';
import { matchLocale } from '../i18n/locales.ts';
import type { CommandContext } from '../store/commands/command.ts';
import { type AppStore, applyEdit, createAppStore, setUi } from '../store/createAppStore.ts';
import { openScenario } from '../store/edits/openScenario.ts';
import { startAutosave } from '../store/effects/autosave.ts';
import { startComparing } from '../store/effects/comparing.ts';
import { startCounting } from '../store/effects/counting.ts';
import { startPreview } from '../store/effects/preview.ts';
import { createVerifier } from '../store/effects/verification.ts';
import { decodeLink, type LinkState } from '../store/link.ts';
import { nothingSaved, type Saved } from '../store/persistence.ts';
import type { Services } from '../store/services.ts';
import { type AppState, initialState } from '../store/state.ts';
import { createVisit, type Visit } from '../store/visit.ts';

/** Builds the store from the address, the autosave or the first example, in that order, and starts its effects. */
export async function startApp(services: Services): Promise<CommandContext> {
  const saved = await services.storage.load().catch(() => nothingSaved);
  const own = saved.preferences.locale ?? matchLocale(navigator.languages);
  const opening = openingState(services, saved, own);
  await changeLocale(opening.ui.locale);
  const store = createAppStore(opening);
  const visit = createVisit(store, own);
  const counting = startCounting(store, services);
  const comparing = startComparing(store, services);
  startPreview(store, services);
  startAutosave(store, { ...services, storage: visit.keepLocale(services.storage) }, (error) => {
    const message = error instanceof Error ? error.message : String(error);
    setUi(store, { notice: { kind: 'error', key: 'notice.autosaveFailed', params: { message } } });
  });
  store.subscribe((state, before) => {
    if (state.ui.locale !== before.ui.locale) void changeLocale(state.ui.locale);
  });
  window.addEventListener('hashchange', () => openLink(store, services, visit));
  return { store, services, counting, comparing, verifier: createVerifier(store, services) };
}

function openingState(
  services: Services,
  saved: Saved,
  locale: AppState['ui']['locale'],
): Pick<AppState, 'document' | 'ui'> & Partial<AppState> {
  const link = decodeLink(services.address.readHash());
  const ui = { ...initialState.ui, ...saved.preferences, locale };
  const document = saved.scenario ?? initialState.document;
  if (link === null) return { document, ui };
  if (!link.ok)
    return { document, ui: { ...ui, notice: { kind: 'error', key: 'notice.linkRefused', refusal: link.error } } };
  const playback = { ...initialState.playback, startAt: link.value.t };
  return { document: link.value.scenario, ui: { ...ui, ...shownBy(link.value) }, playback };
}

/** What a link says about the page: its language and view. */
function shownBy({ view, lang }: LinkState): Partial<AppState['ui']> {
  return { ...(view !== undefined && { stageView: view }), ...(lang !== undefined && { locale: lang }) };
}

/** A link pasted into the address bar of the open app: an undoable edit, or a message and nothing changed. */
function openLink(store: AppStore, services: Services, visit: Visit): void {
  const link = decodeLink(services.address.readHash());
  if (link === null) return;
  if (!link.ok) {
    setUi(store, { notice: { kind: 'error', key: 'notice.linkRefused', refusal: link.error } });
    return;
  }
  store.setState(({ playback }) => ({ playback: { ...playback, startAt: link.value.t } }));
  applyEdit(store, openScenario, { scenario: link.value.scenario });
  visit.show(shownBy(link.value));
  const params = { name: link.value.scenario.name };
  setUi(store, { notice: { kind: 'info', key: 'notice.linkOpened', params } });
}
