import {
  type CircleRequest,
  type CompareRequest,
  type CurvesRequest,
  MAX_CIRCLE_KEYS,
  MAX_CURVE_NODES,
  type SchemeRequest,
} from '../../engine/compare/protocol.ts';
import { Cancelled } from '../../engine/pool.ts';
import type { KeySpec } from '../../keys/keySpec.ts';
import { membersOf } from '../../schemes/nodes.ts';
import type { AppStore } from '../createAppStore.ts';
import { selectRingScheme } from '../ringScheme.ts';
import type { Services } from '../services.ts';
import type { AppState, Compared, Comparison } from '../state.ts';

/** Keys that are placed under every scheme; of more, the first so many. */
export const MAX_COMPARED_ROWS = 10_000_000;

/** Keys of each point of a curve: a share of them is right to half a per cent, which is what a line shows. */
const CURVE_KEYS = 10_000;

/** Keys on a circle, as many as the plan's own ring can show; a million for who asks for all dots. */
const CIRCLE_KEYS = 100_000;

/** The running effect: `again` asks anew after a cancel or a failure. */
export interface Comparing {
  readonly stop: () => void;
  readonly again: () => void;
}

/**
 * Keeps the comparison in step with the document: it follows each count of the plan itself, which goes first. Curves are
 * drawn only while the view that shows them is open, and a scheme's circle while the ring shows that scheme.
 */
export function startComparing(store: AppStore, { compareEngine }: Pick<Services, 'compareEngine'>): Comparing {
  /** The question that is being answered, and the one that was cancelled or failed and is not asked again by itself. */
  let running: string | null = null;
  let givenUp: string | null = null;
  let turn = 0;
  const set = (patch: Partial<Comparison>): void =>
    store.setState(({ comparison }) => ({ comparison: { ...comparison, ...patch } }));

  function look(): void {
    const state = store.getState();
    if (state.results.status !== 'ready') return;
    renewNodes(store);
    const question = nextQuestion(state);
    if (question === null) {
      // What nobody waits for any more must not hold the workers.
      if (running !== null) compareEngine.cancel();
      running = null;
      turn += 1;
      if (state.comparison.status !== 'ready') set({ status: 'ready', progress: null, error: null });
      return;
    }
    const asked = JSON.stringify(question);
    if (asked === running || asked === givenUp) return;
    running = asked;
    givenUp = null;
    turn += 1;
    set({ status: 'running', progress: null, error: null });
    void ask(question, asked, turn);
  }

  /** @param own turn of the question: what an older one finds is forgotten */
  async function ask(question: SchemeRequest, asked: string, own: number): Promise<void> {
    const tell = (patch: Partial<Comparison>): void => {
      if (own === turn) set(patch);
    };
    try {
      tell(await answerTo(question, store.getState(), compareEngine, (progress) => tell({ progress })));
    } catch (error) {
      if (own === turn) givenUp = asked;
      if (error instanceof Cancelled) tell({ status: 'cancelled', progress: null });
      else tell({ status: 'failed', progress: null, error: error instanceof Error ? error.message : String(error) });
    }
    if (own !== turn) return;
    running = null;
    look();
  }

  const stop = store.subscribe((state, before) => {
    const isSame =
      state.document === before.document &&
      state.results.status === before.results.status &&
      state.ui.stageView === before.ui.stageView &&
      state.ui.ringOf === before.ui.ringOf &&
      state.ui.allDots === before.ui.allDots;
    if (!isSame) look();
  });
  look();
  return {
    stop,
    again: () => {
      givenUp = null;
      look();
    },
  };
}

/** What is not known yet of what is wanted, the comparison first; null when all is known. */
function nextQuestion(state: AppState): SchemeRequest | null {
  const { done, curves, circle } = state.comparison;
  const comparison = comparisonOf(state);
  if (!isAnswered(comparison, done)) return comparison;
  const { keys, change, schemes } = comparison;
  if (state.ui.stageView === 'compare') {
    const sample = Math.min(CURVE_KEYS, keys.rows);
    const asked: CurvesRequest = { kind: 'curves', keys, schemes, maxNodes: MAX_CURVE_NODES, sample };
    if (!isAnswered(asked, curves)) return asked;
  }
  const scheme = state.ui.stageView === 'ring' ? selectRingScheme(state) : null;
  if (scheme === null) return null;
  const most = state.ui.allDots ? MAX_CIRCLE_KEYS : CIRCLE_KEYS;
  const asked: CircleRequest = { kind: 'circle', keys, change, scheme, sample: Math.min(most, keys.rows) };
  return isAnswered(asked, circle) ? null : asked;
}

function comparisonOf({ document }: AppState): CompareRequest {
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

function isAnswered(question: SchemeRequest, answer: { readonly request: SchemeRequest } | null): boolean {
  return answer !== null && JSON.stringify(answer.request) === JSON.stringify(question);
}

/** @param state when it was asked */
async function answerTo(
  question: SchemeRequest,
  { document, comparison }: AppState,
  compareEngine: Services['compareEngine'],
  onProgress: (progress: Comparison['progress']) => void,
): Promise<Partial<Comparison>> {
  if (question.kind === 'compare') {
    return { done: { request: question, reply: await compareEngine.run(question, onProgress) } };
  }
  if (question.kind === 'curves') {
    return { curves: { request: question, reply: await compareEngine.run(question, onProgress) } };
  }
  // The figures of a circle are those that were known when it was asked for.
  const compared: Compared = comparison.done!;
  return {
    circle: { request: question, reply: await compareEngine.run(question), nodes: document.nodes, compared },
  };
}

/** A circle on screen follows changes of its nodes that are no new question, as of their capacities. */
function renewNodes(store: AppStore): void {
  const { document, comparison } = store.getState();
  const { circle } = comparison;
  if (circle === null || circle.nodes === document.nodes) return;
  const { change } = comparisonOf(store.getState());
  if (JSON.stringify(change) !== JSON.stringify(circle.request.change)) return;
  store.setState({ comparison: { ...comparison, circle: { ...circle, nodes: document.nodes } } });
}
