import { BLOCK_ROWS } from '../../keys/keyBlocks.ts';
import type { KeySpec } from '../../keys/keySpec.ts';
import type { SchemeSpec } from '../../schemes/fields.ts';
import type { MemberChange } from '../../schemes/nodes.ts';
import type { KeyBlock } from '../../schemes/scheme.ts';
import { getScheme } from '../../schemes/schemes.ts';
import { figuresOf } from './figures.ts';
import { createSchemeKeyReader } from './keyReader.ts';
import type { SchemeFigures, SchemeTotals } from './protocol.ts';

/** One worker's part of a lane: what it has counted itself, and what it was given by others. */
export interface LaneShare {
  /** Counts rows first .. first + rows - 1 (0-based); yields after pieces of a few milliseconds. */
  count(first: number, rows: number): Generator<void, void>;
  /** Adds what another share had counted. */
  add(totals: readonly SchemeTotals[]): void;
  /** Hands over all that was counted and added. The share begins again at 0. */
  take(): readonly SchemeTotals[];
  /** Reads the figures from what was counted and added, which must be all rows; yields scheme by scheme. */
  derive(): Generator<void, readonly SchemeFigures[]>;
}

interface Counter {
  count(keys: KeyBlock, count: number): void;
  add(totals: SchemeTotals): void;
  take(): SchemeTotals;
  figures(): SchemeFigures;
}

/** A lookup of a block that takes longer has the next block cut in half; one that takes less lets it grow. */
const MAX_PIECE_MS = 4;
const MIN_PIECE_MS = 1;
const FIRST_BLOCK_ROWS = 512;

/**
 * Prepares the routers of a lane; yields scheme by scheme.
 * @param keys valid by validateKeySpec
 * @param schemes that checkScheme() lets pass
 */
export function* createLaneShare(
  keys: KeySpec,
  change: MemberChange,
  schemes: readonly SchemeSpec[],
  now: () => number,
): Generator<void, LaneShare> {
  const capacity = Math.min(BLOCK_ROWS, keys.rows);
  const needs = new Set(schemes.map(({ scheme, config }) => getScheme(scheme).needs(config)));
  const reader = createSchemeKeyReader(keys, needs, capacity);
  const owners = [new Uint16Array(capacity), new Uint16Array(capacity)] as const;
  const counters: Counter[] = [];
  for (const spec of schemes) {
    counters.push(createCounter(spec, keys.rows, change, owners, now));
    yield;
  }
  let blockRows = Math.min(capacity, FIRST_BLOCK_ROWS);

  return {
    *count(first, rows) {
      for (let done = 0; done < rows; ) {
        const count = Math.min(blockRows, rows - done);
        let start = now();
        let slowest = 0;
        const block = reader.read(first + done, count);
        for (const counter of counters) {
          counter.count(block, count);
          slowest = Math.max(slowest, now() - start);
          yield;
          start = now();
        }
        if (slowest > MAX_PIECE_MS) blockRows = Math.max(1, blockRows >> 1);
        else if (slowest < MIN_PIECE_MS) blockRows = Math.min(capacity, 2 * blockRows);
        done += count;
      }
    },
    add(others) {
      for (const [index, counter] of counters.entries()) counter.add(others[index]!);
    },
    take: () => counters.map((counter) => counter.take()),
    *derive() {
      const all: SchemeFigures[] = [];
      for (const counter of counters) {
        all.push(counter.figures());
        yield;
      }
      return all;
    },
  };
}

function createCounter(
  { scheme, config }: SchemeSpec,
  rows: number,
  change: MemberChange,
  [from, to]: readonly [Uint16Array, Uint16Array],
  now: () => number,
): Counter {
  const pair = getScheme(scheme).prepare(config, change, rows);
  const width = change.after.length;
  let cells: Float64Array | null = null;
  let milliseconds = 0;

  /** Doubles count exactly to 2^53, more than there can be rows. A matrix may be large: there is none before rows. */
  function ownCells(): Float64Array {
    cells ??= new Float64Array(change.before.length * width);
    return cells;
  }

  return {
    count(keys, count) {
      const start = now();
      pair.before.route(keys, count, from);
      pair.after.route(keys, count, to);
      milliseconds += now() - start;
      const own = ownCells();
      for (let i = 0; i < count; i++) own[from[i]! * width + to[i]!]! += 1;
    },
    add(others) {
      milliseconds += others.milliseconds;
      if (cells === null) cells = others.cells;
      else for (let cell = 0; cell < cells.length; cell++) cells[cell]! += others.cells[cell]!;
    },
    take() {
      const taken = { cells: ownCells(), milliseconds };
      cells = null;
      milliseconds = 0;
      return taken;
    },
    figures: () => figuresOf({ cells: ownCells(), milliseconds }, rows, change, pair),
  };
}
