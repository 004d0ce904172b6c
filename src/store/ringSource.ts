import type { Format } from '../i18n/format.ts';
import type { Translate } from '../i18n/i18n.ts';
import { hasFlows } from '../planner/cluster.ts';
import { thinCircleKeys } from '../scene/circleKeys.ts';
import { prepareCircleKeys, prepareRingKeys, type RingKeys } from '../scene/ringKeys.ts';
import { computeCircleModel, computeRingModel, type RingModel } from '../scene/ringModel.ts';
import { computeStripModel } from '../scene/stripModel.ts';
import { clusterCountsOf } from './figures.ts';
import { ringSummary, schemeRingSummary } from './pictureWords.ts';
import { circleFacts, selectRingScheme } from './ringScheme.ts';
import type { AppState, Counted, SchemeCircle } from './state.ts';

/** The ring on screen: of the plan, or of a compared scheme. */
export interface RingSource {
  readonly model: RingModel;
  /** About so many sampled keys, and how many there are. */
  readonly keysOf: (count: number) => RingKeys;
  readonly sampled: number;
  readonly total: number;
  /** Plan time. A change without steps has a clock of its own on screen, which is not kept; it is taken as done. */
  readonly t: number;
  readonly summary: string;
}

/** Null while there is nothing to draw: keys or the scheme's ring are not there yet, or too many pairs to be counted. */
export function ringSourceOf(state: AppState, playhead: number, t: Translate, format: Format): RingSource | null {
  const { counted } = state.results;
  const scheme = selectRingScheme(state);
  if (scheme === null) return counted === null ? null : planRing(counted, playhead, t, format);
  const { circle } = state.comparison;
  return circle?.request.scheme.scheme === scheme.scheme ? schemeRing(circle, t, format) : null;
}

function planRing(counted: Counted, playhead: number, t: Translate, format: Format): RingSource | null {
  const { plan, cluster } = counted.derived;
  const { sample, changes } = counted.reply;
  const counts = clusterCountsOf(counted);
  if (!hasFlows(counts)) return null;
  const change = changes[0]!;
  const strip = computeStripModel({ plan, change });
  const model = computeRingModel(strip, cluster, counts);
  const at = plan.steps.length === 0 ? model.steps : playhead;
  return {
    model,
    keysOf: (count) => prepareRingKeys(sample, strip, cluster, count),
    sampled: sample.rows.length,
    total: change.total,
    t: at,
    summary: ringSummary(model, Math.floor(at), t, format),
  };
}

function schemeRing(circle: SchemeCircle, t: Translate, format: Format): RingSource | null {
  const facts = circleFacts(circle);
  const drawn = circle.reply.circle;
  if (facts === null || !drawn.ok) return null;
  const { before, after, keys } = drawn.value;
  const { nodeOfBefore, nodeOfAfter, counts, total } = facts;
  const change = { before, after, nodeOfBefore, nodeOfAfter, isRelaid: keys.placeAfter !== null };
  const model = computeCircleModel(change, circle.nodes, counts);
  return {
    model,
    keysOf: (count) => prepareCircleKeys(thinCircleKeys(keys, facts, count)),
    sampled: keys.place.length,
    total,
    t: model.steps,
    summary: schemeRingSummary(model, circle.request.scheme.scheme, 1, t, format),
  };
}
