import { cutChunk, nextChunkRows } from '../chunkSize.ts';
import type { CrewWorker } from '../crew.ts';
import { createRowLedger } from '../rowLedger.ts';
import type { FromCompare, SchemeFigures, ToCompare } from './protocol.ts';

/** A set of schemes that see the same rows, on their way through the workers. */
export interface Lane {
  /** Hands a worker some rows; false when it has none for it. */
  feed(worker: CrewWorker<ToCompare>, workers: number): boolean;
  /** Has totals gathered and the figures derived as soon as all rows are counted. Called after everything that happens. */
  advance(): void;
  receive(worker: CrewWorker<ToCompare>, message: LaneMessage): void;
  lose(worker: CrewWorker<ToCompare>): void;
  /** Rows counted so far. */
  counted(): number;
  /** The answer, one entry a scheme; null until it is there. */
  figures(): readonly SchemeFigures[] | null;
}

export type LaneMessage = Extract<FromCompare, { readonly lane: number }>;

export interface LaneOptions {
  readonly id: number;
  readonly lane: number;
  readonly rows: number;
  /** Chunks are multiples of so many rows. */
  readonly grain: number;
  /** True where one worker must see all rows in order. */
  readonly ordered: boolean;
}

/** What one worker does in a lane. */
interface Seat {
  readonly worker: CrewWorker<ToCompare>;
  inHand: number;
  chunkRows: number;
  isGiving: boolean;
}

export function createLane({ id, lane, rows, grain, ordered }: LaneOptions): Lane {
  const seats = new Map<number, Seat>();
  let ledger = createRowLedger(rows, grain);
  let gatherer: Seat | null = null;
  let isDeriving = false;
  let figures: readonly SchemeFigures[] | null = null;

  function seatOf(worker: CrewWorker<ToCompare>): Seat {
    const seat = seats.get(worker.id) ?? { worker, inHand: 0, chunkRows: grain, isGiving: false };
    seats.set(worker.id, seat);
    return seat;
  }

  return {
    feed(worker, workers) {
      // In order means by one: the first that asks.
      if (ordered && gatherer !== null && gatherer.worker.id !== worker.id) return false;
      const seat = seatOf(worker);
      if (seat.isGiving) return false;
      const target = ordered ? seat.chunkRows : cutChunk(seat.chunkRows, ledger.waiting(), workers);
      const chunk = ledger.take(worker.id, target);
      if (chunk === null) return false;
      gatherer ??= seat;
      seat.inHand++;
      worker.post({ type: 'count', id, lane, ...chunk });
      return true;
    },
    advance() {
      if (gatherer === null || ledger.waiting() > 0 || isDeriving) return;
      for (const seat of seats.values()) {
        const isDone = seat !== gatherer && seat.inHand === 0 && !seat.isGiving;
        if (!isDone || ledger.heldBy(seat.worker.id) === 0) continue;
        seat.isGiving = true;
        seat.worker.post({ type: 'give', id, lane });
      }
      if (ledger.heldBy(gatherer.worker.id) < rows) return;
      isDeriving = true;
      gatherer.worker.post({ type: 'derive', id, lane });
    },
    receive(worker, message) {
      const seat = seatOf(worker);
      if (message.type === 'counted') {
        seat.inHand--;
        seat.chunkRows = nextChunkRows(message.rows, message.ms);
        ledger.count(worker.id, message.rows);
      } else if (message.type === 'totals') {
        seat.isGiving = false;
        // The one who gathered may have been lost meanwhile: then somebody else does, perhaps the giver itself.
        gatherer ??= seat;
        if (gatherer !== seat) ledger.give(worker.id, gatherer.worker.id);
        gatherer.worker.post({ type: 'take', id, lane, totals: message.totals });
      } else {
        figures = message.figures;
      }
    },
    lose(worker) {
      const seat = seats.get(worker.id);
      if (seat === undefined || figures !== null) return;
      seats.delete(worker.id);
      if (gatherer === seat) {
        gatherer = null;
        isDeriving = false;
      }
      // Who comes after the only one begins at the first row again.
      if (ordered) ledger = createRowLedger(rows, grain);
      else ledger.lose(worker.id);
    },
    counted: () => ledger.counted(),
    figures: () => figures,
  };
}
