import { pause } from '../../engine/pause.ts';
import { Cancelled, Superseded } from '../../engine/pool.ts';
import type { CountRequest } from '../../engine/protocol.ts';
import { INITIAL_CLOCK, play, seek } from '../../scene/clock.ts';
import type { AppStore } from '../createAppStore.ts';
import { type Derived, deriveScenario } from '../derive.ts';
import { figuresOf } from '../figures.ts';
import type { Services } from '../services.ts';
import type { AppState, Counted, Playback } from '../state.ts';
import { stripModelOf } from '../stripModelOf.ts';

/** Most keys that can be drawn. The strip draws as many of them as suit the room, more as one zooms, or all on request. */
const SAMPLE_SIZE = 100_000;

/** The running effect: `again` counts anew after a cancel or a failure. */
export interface Counting {
  readonly stop: () => void;
  readonly again: () => void;
}

/**
 * Keeps the results in step with the document: every change of keys or layouts starts a count, the latest request wins,
 * and the previous complete count stays until the next one is there.
 */
export function startCounting(store: AppStore, services: Pick<Services, 'engine' | 'reducedMotion'>): Counting {
  let countedFor: Derived | null = null;
  const recount = (state: AppState): void => {
    const derived = deriveScenario(state.document);
    // A document in the store is always valid; see applyEdit and parseScenarioText.
    if (!derived.ok) throw new Error(`invalid document: ${JSON.stringify(derived.error)}`);
    if (countedFor !== null && sameCounts(countedFor, derived.value)) {
      countedFor = derived.value;
      renewDerived(store, derived.value);
      return;
    }
    countedFor = derived.value;
    void count(store, services, derived.value);
  };
  recount(store.getState());
  const stop = store.subscribe((state, before) => {
    if (state.document !== before.document) recount(state);
  });
  return {
    stop,
    again: () => {
      countedFor = null;
      recount(store.getState());
    },
  };
}

function sameCounts(a: Derived, b: Derived): boolean {
  return a.document.keys === b.document.keys && a.document.from === b.document.from && a.document.to === b.document.to;
}

/**
 * A change of names or recipe needs no new count: the figures stay, the plan is the new one. Figures of another change,
 * whose own count is still under way, are left alone: that count will end with the new names.
 */
function renewDerived(store: AppStore, derived: Derived): void {
  store.setState(({ results }) => {
    const { counted } = results;
    if (counted === null || !sameCounts(counted.derived, derived)) return {};
    return { results: { ...results, counted: { ...counted, derived } } };
  });
}

async function count(
  store: AppStore,
  services: Pick<Services, 'engine' | 'reducedMotion'>,
  derived: Derived,
): Promise<void> {
  store.setState(({ results }) => ({ results: { ...results, status: 'counting', progress: null, error: null } }));
  try {
    if (isLarge(derived)) await pause();
    if (latestOf(store, derived) === null) return;
    const reply = await services.engine.run(requestFor(derived), (progress) =>
      store.setState(({ results }) => ({ results: { ...results, progress } })),
    );
    const early = { derived, reply };
    if (isLarge(derived)) await prepare(early);
    const latest = latestOf(store, derived);
    // Another count is on its way.
    if (latest === null) return;
    const counted = latest === derived ? early : { derived: latest, reply };
    store.setState(({ playback, ui }) => ({
      results: { status: 'ready', progress: null, counted, error: null, preview: null },
      playback: startPlayback(playback, derived, services.reducedMotion()),
      ui: { ...ui, selection: null },
    }));
  } catch (error) {
    if (error instanceof Superseded) return;
    if (error instanceof Cancelled) {
      store.setState(({ results }) => ({ results: { ...results, status: 'cancelled', progress: null } }));
      return;
    }
    const message = error instanceof Error ? error.message : String(error);
    store.setState(({ results }) => ({ results: { ...results, status: 'failed', progress: null, error: message } }));
  }
}

/** Changes of more partitions are worked on in several tasks, so that none of them keeps the page from answering. */
const LARGE = 1024;

function isLarge({ from, to }: Derived): boolean {
  return from.length + to.length > LARGE;
}

/** Computes what is drawn of a count and kept, part by part, before all of it is shown at once. */
async function prepare(counted: Counted): Promise<void> {
  for (const compute of [figuresOf, stripModelOf]) {
    compute(counted);
    await pause();
  }
}

/** What is derived from the document of now, when the counts of `derived` are its counts. */
function latestOf(store: AppStore, derived: Derived): Derived | null {
  const current = deriveScenario(store.getState().document);
  return current.ok && sameCounts(current.value, derived) ? current.value : null;
}

/** A new plan plays once from the start; with reduced motion it is shown done; a link's place is kept. */
function startPlayback(before: Playback, derived: Derived, reducedMotion: boolean): Playback {
  const steps = derived.plan.steps.length;
  const clock = { ...INITIAL_CLOCK, speed: before.speed };
  if (before.startAt !== null) return { ...seek(clock, before.startAt, steps), startAt: null };
  return { ...(reducedMotion ? seek(clock, steps, steps) : play(clock, steps, 1, true)), startAt: null };
}

function requestFor(derived: Derived): CountRequest {
  const { document, from, to, alternatives } = derived;
  return {
    kind: 'count',
    keys: document.keys,
    from,
    to: [to, ...alternatives.map((alternative) => alternative.plan.to)],
    sample: Math.min(SAMPLE_SIZE, document.keys.rows),
  };
}
