import type { ChangeCounts } from '../planner/plan.ts';
import { cutChunk, nextChunkRows } from './chunkSize.ts';
import type { KernelName } from './counter.ts';
import type { CrewWorker } from './crew.ts';
import type { PoolRun, PoolRunHooks } from './pool.ts';
import type { CountPart, EngineReply, EngineRequest, FromWorker, ToWorker } from './protocol.ts';
import { createRowLedger, type RowLedger } from './rowLedger.ts';
import type { Tally } from './tallies.ts';

export interface RunHooks extends PoolRunHooks<EngineReply> {
  /** Chunks are multiples of so many rows. */
  readonly grain: number;
}

/** Chunks that a worker has in hand: while it works on one, the page may be busy and late with the next. */
const IN_HAND = 2;

interface Member {
  readonly worker: CrewWorker<ToWorker>;
  kernel: KernelName | null;
  /** Gets rows. A worker that is still starting gets none, so that nobody waits for it. */
  isReady: boolean;
  isGiving: boolean;
  inHand: number;
  chunkRows: number;
}

/**
 * One request to count keys.
 * @param size workers that will join; a single one gets its work at once, in one go with what follows
 * @param passes planTallies() of the request
 */
export function createRun(
  id: number,
  request: EngineRequest,
  passes: readonly (readonly Tally[])[],
  size: number,
  hooks: RunHooks,
): PoolRun<ToWorker, FromWorker> {
  const { rows } = request.keys;
  const total = rows * passes.length;
  const changes = new Array<ChangeCounts>(request.to.length);
  const members = new Map<number, Member>();
  /** Who counted with what. */
  const counters = new Map<number, KernelName>();
  let pass = 0;
  let passRows = passes.length === 0 ? 0 : rows;
  let ledger: RowLedger = createRowLedger(passRows, hooks.grain);
  let gatherer: Member | null = null;
  let isDeriving = false;
  let startedAt = Number.POSITIVE_INFINITY;
  let elapsedMs = 0;
  let isOver = false;

  function begin(member: Member): void {
    Object.assign(member, { isReady: size === 1, isGiving: false, inHand: 0 });
    member.worker.post({ type: 'begin', id, part: partOf(request, passes[pass] ?? []) });
  }

  function feed(member: Member): void {
    while (member.isReady && !member.isGiving && member.inHand < IN_HAND) {
      const target = cutChunk(member.chunkRows, ledger.waiting(), members.size);
      const chunk = ledger.take(member.worker.id, target);
      if (chunk === null) return;
      member.inHand++;
      member.worker.post({ type: 'count', id, ...chunk });
    }
  }

  /** Does all that can be done now. Called after everything that happens. */
  function advance(): void {
    if (isOver) return;
    for (const member of members.values()) feed(member);
    gatherer ??= [...members.values()].find(({ isReady }) => isReady) ?? null;
    if (gatherer === null || ledger.waiting() > 0) return;
    for (const member of members.values()) {
      if (member === gatherer || member.inHand > 0 || member.isGiving || ledger.heldBy(member.worker.id) === 0)
        continue;
      member.isGiving = true;
      member.worker.post({ type: 'give', id });
    }
    if (isDeriving || ledger.heldBy(gatherer.worker.id) < passRows) return;
    isDeriving = true;
    const isLast = pass >= passes.length - 1;
    gatherer.worker.post({ type: 'derive', id, request: { ...request, sample: isLast ? request.sample : 0 } });
  }

  function counted(member: Member, { rows: done, ms }: Extract<FromWorker, { type: 'counted' }>): void {
    member.inHand--;
    member.chunkRows = nextChunkRows(done, ms);
    counters.set(member.worker.id, member.kernel!);
    ledger.count(member.worker.id, done);
    hooks.progress(pass * rows + ledger.counted(), total);
  }

  function gather(member: Member, totals: readonly Float64Array[]): void {
    member.isGiving = false;
    // The one who gathered may have been lost meanwhile: then somebody else does, perhaps the giver itself.
    gatherer ??= member;
    if (gatherer !== member) ledger.give(member.worker.id, gatherer.worker.id);
    gatherer.worker.post({ type: 'take', id, totals });
  }

  function finishPass(message: Extract<FromWorker, { type: 'derived' }>): void {
    for (const [target, change] of message.changes) changes[target] = change;
    elapsedMs += Math.max(0, message.at - startedAt);
    if (++pass < passes.length) {
      passRows = rows;
      ledger = createRowLedger(passRows, hooks.grain);
      gatherer = null;
      isDeriving = false;
      startedAt = Number.POSITIVE_INFINITY;
      for (const member of members.values()) begin(member);
      return;
    }
    // Whoever did not gather, or began too late, still has its histograms.
    cancel();
    const kernels = [...new Set(counters.values())].sort();
    hooks.done({ kind: 'count', changes, sample: message.sample, elapsedMs, workers: counters.size, kernels });
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
        const member = { worker, kernel: null, isReady: false, isGiving: false, inHand: 0, chunkRows: hooks.grain };
        members.set(worker.id, member);
        begin(member);
      }
      advance();
    },
    lose({ id: lost }) {
      if (gatherer?.worker.id === lost) {
        gatherer = null;
        isDeriving = false;
      }
      members.delete(lost);
      counters.delete(lost);
      ledger.lose(lost);
      advance();
    },
    receive({ id: sender }, message) {
      const member = members.get(sender);
      if (member === undefined) return;
      if (message.type === 'begun') {
        member.isReady = true;
        member.kernel = message.kernel;
        startedAt = Math.min(startedAt, message.at);
      } else if (message.type === 'counted') {
        counted(member, message);
      } else if (message.type === 'totals') {
        gather(member, message.totals);
      } else if (message.type === 'derived') {
        finishPass(message);
      }
      advance();
    },
    cancel,
  };
}

/** Layouts of thousands of partitions cost time to send: only tallies of pairs need theirs. */
function partOf({ keys, from, to }: EngineRequest, tallies: readonly Tally[]): CountPart {
  const paired = new Set(tallies.flatMap((tally) => (tally.kind === 'pairs' ? [tally.target] : [])));
  return {
    keys,
    from: paired.size > 0 ? from : [],
    to: to.map((layout, target) => (paired.has(target) ? layout : [])),
    tallies,
  };
}
