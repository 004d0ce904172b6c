import type { Problem } from '../../lib/problem.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import { getScheme } from '../../schemes/schemes.ts';
import type { CrewWorker } from '../crew.ts';
import type { PoolRun, PoolRunHooks } from '../pool.ts';
import { checkScheme } from './checkScheme.ts';
import { createLane } from './lane.ts';
import type { CompareReply, CompareRequest, FromCompare, SchemeFigures, ToCompare } from './protocol.ts';

export interface CompareRunHooks<Reply> extends PoolRunHooks<Reply> {
  /** Rows are handed out in multiples of so many. */
  readonly grain: number;
  /** Milliseconds from any fixed point. */
  now(): number;
}

/** Chunks that a worker has in hand: while it works on one, the page may be busy and late with the next. */
const IN_HAND = 2;

/** What a request comes down to: who is refused, and which schemes are counted together. Entries are places in the request. */
export interface ComparePlan {
  readonly refused: ReadonlyMap<number, Problem>;
  readonly lanes: readonly { readonly ordered: boolean; readonly schemes: readonly number[] }[];
}

/** The lane that only one worker can do comes first. */
export function planComparison({ schemes, change }: CompareRequest): ComparePlan {
  const refused = new Map<number, Problem>();
  for (const [index, spec] of schemes.entries()) {
    const wrong = checkScheme(spec, change);
    if (wrong !== null) refused.set(index, wrong);
  }
  const taken = [...schemes.keys()].filter((index) => !refused.has(index));
  const isOrdered = (index: number): boolean => getScheme(schemes[index]!.scheme).sequential;
  const lanes = [true, false].map((ordered) => ({
    ordered,
    schemes: taken.filter((index) => isOrdered(index) === ordered),
  }));
  return { refused, lanes: lanes.filter((lane) => lane.schemes.length > 0) };
}

/** One comparison on its way through the workers. */
export function createCompareRun(
  id: number,
  request: CompareRequest,
  { refused, lanes: plans }: ComparePlan,
  hooks: CompareRunHooks<CompareReply>,
): PoolRun<ToCompare, FromCompare> {
  const { keys, change, schemes } = request;
  const lanes = plans.map(({ ordered }, lane) =>
    createLane({ id, lane, rows: keys.rows, grain: hooks.grain, ordered }),
  );
  const total = keys.rows * (schemes.length - refused.size);
  const members = new Map<number, { readonly worker: CrewWorker<ToCompare>; isReady: boolean; inHand: number }>();
  /** Workers that counted rows. */
  const counters = new Set<number>();
  let startedAt: number | null = null;
  let isOver = false;

  function advance(): void {
    if (isOver) return;
    for (const member of members.values()) {
      while (member.isReady && member.inHand < IN_HAND) {
        if (!lanes.some((lane) => lane.feed(member.worker, members.size))) break;
        member.inHand++;
      }
    }
    for (const lane of lanes) lane.advance();
    if (lanes.every((lane) => lane.figures() !== null)) finish();
  }

  function finish(): void {
    cancel();
    const figures = new Map<number, SchemeFigures>();
    for (const [lane, { schemes: places }] of plans.entries()) {
      for (const [index, place] of places.entries()) figures.set(place, lanes[lane]!.figures()![index]!);
    }
    const results = schemes.map((_, place): Result<SchemeFigures, Problem> => {
      const problem = refused.get(place);
      return problem === undefined ? ok(figures.get(place)!) : err(problem);
    });
    const elapsedMs = startedAt === null ? 0 : hooks.now() - startedAt;
    hooks.done({ kind: 'compare', schemes: results, elapsedMs, workers: counters.size });
  }

  function cancel(): void {
    isOver = true;
    for (const { worker } of members.values()) worker.post({ type: 'cancel', id });
  }

  return {
    id,
    join(workers) {
      for (const worker of workers) {
        if (members.has(worker.id)) continue;
        members.set(worker.id, { worker, isReady: false, inHand: 0 });
        const specs = plans.map((lane) => lane.schemes.map((place) => schemes[place]!));
        worker.post({ type: 'begin', id, part: { kind: 'lanes', keys, change, lanes: specs } });
      }
      advance();
    },
    lose(worker) {
      members.delete(worker.id);
      counters.delete(worker.id);
      for (const lane of lanes) lane.lose(worker);
      advance();
    },
    receive(worker, message) {
      const member = members.get(worker.id);
      if (member === undefined) return;
      if (message.type === 'begun') {
        member.isReady = true;
        startedAt ??= hooks.now();
      } else if ('lane' in message) {
        lanes[message.lane]!.receive(worker, message);
        if (message.type === 'counted') {
          member.inHand--;
          counters.add(worker.id);
          const done = lanes.reduce((sum, lane, index) => sum + lane.counted() * plans[index]!.schemes.length, 0);
          hooks.progress(done, total);
        }
      }
      advance();
    },
    cancel,
  };
}
