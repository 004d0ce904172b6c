import { type CompareRequest, type CurvesRequest, MAX_CURVE_NODES } from '../../engine/compare/protocol.ts';
import { Cancelled, Superseded } from '../../engine/pool.ts';
import type { KeySpec } from '../../keys/keySpec.ts';
import { membersOf } from '../../schemes/nodes.ts';
import type { AppStore } from '../createAppStore.ts';
import type { Services } from '../services.ts';
import type { AppState, Comparison } from '../state.ts';

/** Keys that are placed under every scheme; of more, the first so many. */
export const MAX_COMPARED_ROWS = 10_000_000;

/** Keys of each point of a curve: a share of them is right to half a per cent, which is what a line shows. */
const CURVE_KEYS = 10_000;

/** The running effect: `again` compares anew after a cancel or a failure. */
export interface Comparing {
  readonly stop: () => void;
  readonly again: () => void;
}

/**
 * Keeps the comparison in step with the document: it follows each count of the plan itself, which goes first. Curves are
 * drawn only while the view that shows them is open.
 */
export function startComparing(store: AppStore, services: Pick<Services, 'compareEngine'>): Comparing {
  let askedFor: string | null = null;
  const look = (state: AppState): void => {
    if (state.results.status !== 'ready') return;
    const wanted = requestFor(state);
    const wantsCurves = state.ui.stageView === 'compare';
    const asked = JSON.stringify([wanted, wantsCurves]);
    if (asked === askedFor) return;
    askedFor = asked;
    void compare(store, services, wanted, wantsCurves);
  };
  const stop = store.subscribe((state, before) => {
    const isSame =
      state.document === before.document &&
      state.results.status === before.results.status &&
      state.ui.stageView === before.ui.stageView;
    if (!isSame) look(state);
  });
  look(store.getState());
  return {
    stop,
    again: () => {
      askedFor = null;
      look(store.getState());
    },
  };
}

function requestFor({ document }: AppState): CompareRequest {
  return {
    kind: 'compare',
    keys: firstKeys(document.keys),
    change: namesAndWeights(membersOf(document.nodes)),
    schemes: document.compare,
  };
}

/** Keys of a document that are compared. */
export function firstKeys(keys: KeySpec): KeySpec {
  return keys.rows <= MAX_COMPARED_ROWS ? keys : { ...keys, rows: MAX_COMPARED_ROWS };
}

/** Capacities and racks place no key: a change of them is no new question. */
function namesAndWeights({ before, after }: CompareRequest['change']): CompareRequest['change'] {
  const strip = ({ name, weight }: CompareRequest['change']['before'][number]) => ({ name, weight });
  return { before: before.map(strip), after: after.map(strip) };
}

async function compare(
  store: AppStore,
  { compareEngine }: Pick<Services, 'compareEngine'>,
  request: CompareRequest,
  wantsCurves: boolean,
): Promise<void> {
  const set = (patch: Partial<Comparison>): void =>
    store.setState(({ comparison }) => ({ comparison: { ...comparison, ...patch } }));
  const { done, curves } = store.getState().comparison;
  try {
    if (done === null || JSON.stringify(done.request) !== JSON.stringify(request)) {
      set({ status: 'running', progress: null, error: null });
      const reply = await compareEngine.run(request, (progress) => set({ progress }));
      set({ done: { request, reply } });
    }
    const { keys, schemes } = request;
    const asked: CurvesRequest = {
      kind: 'curves',
      keys,
      schemes,
      maxNodes: MAX_CURVE_NODES,
      sample: Math.min(CURVE_KEYS, keys.rows),
    };
    if (wantsCurves && (curves === null || JSON.stringify(curves.request) !== JSON.stringify(asked))) {
      set({ status: 'running', progress: null, error: null });
      const reply = await compareEngine.run(asked, (progress) => set({ progress }));
      set({ curves: { request: asked, reply } });
    }
    set({ status: 'ready', progress: null });
  } catch (error) {
    if (error instanceof Superseded) return;
    if (error instanceof Cancelled) set({ status: 'cancelled', progress: null });
    else set({ status: 'failed', progress: null, error: error instanceof Error ? error.message : String(error) });
  }
}
