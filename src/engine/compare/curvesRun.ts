import type { Problem } from '../../lib/problem.ts';
import type { CrewWorker } from '../crew.ts';
import type { PoolRun } from '../pool.ts';
import { checkSchemeSpec } from './checkScheme.ts';
import type { CompareRunHooks } from './compareRun.ts';
import type { CurvesReply, CurvesRequest, FromCompare, ToCompare } from './protocol.ts';

/** Points that a worker has in hand. */
const IN_HAND = 2;

interface Point {
  readonly scheme: number;
  readonly nodes: number;
}

interface Curves {
  problem: Problem | null;
  readonly moved: Float64Array;
  readonly hottest: Float64Array;
}

/** One request for curves on its way through the workers: every point is a task of its own. */
export function createCurvesRun(
  id: number,
  { keys, schemes, maxNodes, sample }: CurvesRequest,
  hooks: Omit<CompareRunHooks<CurvesReply>, 'grain'>,
): PoolRun<ToCompare, FromCompare> {
  const curves = schemes.map(
    (spec): Curves => ({
      problem: checkSchemeSpec(spec),
      moved: new Float64Array(maxNodes).fill(Number.NaN),
      hottest: new Float64Array(maxNodes).fill(Number.NaN),
    }),
  );
  /** Points come in any order; the problem told is that of the fewest nodes. */
  const problemAt = schemes.map(() => Number.POSITIVE_INFINITY);
  const usable = [...schemes.keys()].filter((scheme) => curves[scheme]!.problem === null);
  const keysUsed = Math.min(sample, keys.rows);
  const total = usable.length * maxNodes;
  /** Few nodes first. */
  const waiting: Point[] = Array.from({ length: maxNodes }, (_, n) => n + 1)
    .flatMap((nodes) => usable.map((_, scheme) => ({ scheme, nodes })))
    .reverse();
  const members = new Map<number, { worker: CrewWorker<ToCompare>; isReady: boolean; inHand: Point[] }>();
  const drawers = new Set<number>();
  let done = 0;
  let startedAt: number | null = null;
  let isOver = false;

  function advance(): void {
    if (isOver) return;
    for (const { worker, isReady, inHand } of members.values()) {
      while (isReady && inHand.length < IN_HAND) {
        const point = waiting.pop();
        if (point === undefined) break;
        inHand.push(point);
        worker.post({ type: 'point', id, ...point });
      }
    }
    if (done < total) return;
    cancel();
    const elapsedMs = startedAt === null ? 0 : hooks.now() - startedAt;
    hooks.done({ kind: 'curves', schemes: curves, keysUsed, elapsedMs, workers: drawers.size });
  }

  function draw({ scheme, nodes, point }: Extract<FromCompare, { type: 'pointed' }>): void {
    const place = usable[scheme]!;
    const curve = curves[place]!;
    if (point.ok) {
      curve.moved[nodes - 1] = point.value.moved;
      curve.hottest[nodes - 1] = point.value.hottest;
    } else if (nodes < problemAt[place]!) {
      problemAt[place] = nodes;
      curve.problem = point.error;
    }
    done++;
    hooks.progress(done * keysUsed, total * keysUsed);
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
        members.set(worker.id, { worker, isReady: false, inHand: [] });
        const part = { kind: 'points', keys, schemes: usable.map((place) => schemes[place]!), sample } as const;
        worker.post({ type: 'begin', id, part });
      }
      advance();
    },
    lose(worker) {
      waiting.push(...(members.get(worker.id)?.inHand ?? []));
      members.delete(worker.id);
      advance();
    },
    receive(worker, message) {
      const member = members.get(worker.id);
      if (member === undefined) return;
      if (message.type === 'begun') {
        member.isReady = true;
        startedAt ??= hooks.now();
      } else if (message.type === 'pointed') {
        member.inHand.shift();
        drawers.add(worker.id);
        draw(message);
      }
      advance();
    },
    cancel,
  };
}
