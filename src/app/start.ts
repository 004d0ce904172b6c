import { changeLocale } from '../i18n/i18n.ts';
import { matchLocale } from '../i18n/locales.ts';
import type { Result } from '../lib/result.ts';
import type { CommandContext } from '../store/commands/command.ts';
import { type AppStore, applyEdit, createAppStore, setUi } from '../store/createAppStore.ts';
import type { Refusal } from '../store/edits/edit.ts';
import { openScenario } from '../store/edits/openScenario.ts';
import { startAutosave } from '../store/effects/autosave.ts';
import { startComparing } from '../store/effects/comparing.ts';
import { startCounting } from '../store/effects/counting.ts';
import { startPreview } from '../store/effects/preview.ts';
import { createVerifier } from '../store/effects/verification.ts';
import type { LinkState } from '../store/link.ts';
import { nothingSaved, type Saved } from '../store/persistence.ts';
import type { Services } from '../store/services.ts';
import { type AppState, initialState } from '../store/state.ts';

/** Builds the store from the address, the autosave or the first example, in that order, and starts its effects. */
export async function startApp(services: Services): Promise<CommandContext> {
  const saved = await services.storage.load().catch(() => nothingSaved);
  const locale = saved.preferences.locale ?? matchLocale(navigator.languages);
  await changeLocale(locale);
  const store = createAppStore(openingState(await readLink(services), saved, locale));
  const counting = startCounting(store, services);
  const comparing = startComparing(store, services);
  startPreview(store, services);
  startAutosave(store, services, (error) => {
    const message = error instanceof Error ? error.message : String(error);
    setUi(store, { notice: { kind: 'error', key: 'notice.autosaveFailed', params: { message } } });
  });
  store.subscribe((state, before) => {
    if (state.ui.locale !== before.ui.locale) void changeLocale(state.ui.locale);
  });
  window.addEventListener('hashchange', () => void openLink(store, services));
  return { store, services, counting, comparing, verifier: createVerifier(store, services) };
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
): Partial<AppState> {
  const ui = { ...initialState.ui, ...saved.preferences, locale };
  const document = saved.scenario ?? initialState.document;
  if (link === null) return { document, ui };
  if (!link.ok)
    return { document, ui: { ...ui, notice: { kind: 'error', key: 'notice.linkRefused', refusal: link.error } } };
  const playback = { ...initialState.playback, startAt: link.value.t };
  return { document: link.value.scenario, ui, playback };
}

/** A link pasted into the address bar of the open app: an undoable edit, or a message and nothing changed. */
async function openLink(store: AppStore, services: Services): Promise<void> {
  const link = await readLink(services);
  if (link === null) return;
  if (!link.ok) {
    setUi(store, { notice: { kind: 'error', key: 'notice.linkRefused', refusal: link.error } });
    return;
  }
  store.setState(({ playback }) => ({ playback: { ...playback, startAt: link.value.t } }));
  applyEdit(store, openScenario, { scenario: link.value.scenario });
  const params = { name: link.value.scenario.name };
  setUi(store, { notice: { kind: 'info', key: 'notice.linkOpened', params } });
}
