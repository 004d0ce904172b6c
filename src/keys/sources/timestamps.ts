import type { LongColumn, WordColumn } from '../../hash/column.ts';
import { checkFields } from '../checkFields.ts';
import { type Clock, checkInstants, createClock, MAX_INSTANT_MS, MIN_INSTANT_MS, MIN_STEP_MS } from '../instants.ts';
import type { SourceSpec } from '../keySpec.ts';
import { POSTGRES_EPOCH_DAYS, POSTGRES_EPOCH_MS } from '../ranges.ts';
import type { KeySource, SourceField } from '../source.ts';

type TimestampsSpec = Extract<SourceSpec, { kind: 'timestamps' }>;

/** 2025-01-01 00:00:00 UTC. */
const DEFAULT_START = 1_735_689_600_000;
const DAY_MS = 86_400_000;
const TWO_32 = 4_294_967_296;

const fields: readonly SourceField[] = [
  {
    kind: 'integer',
    name: 'startMs',
    min: MIN_INSTANT_MS,
    max: MAX_INSTANT_MS,
    default: DEFAULT_START,
    unit: 'instant',
  },
  { kind: 'decimal', name: 'stepMs', min: MIN_STEP_MS, max: 366 * DAY_MS, default: 1000, unit: 'ms' },
];

/** Instants at a steady pace, to the microsecond; for date the UTC day of each instant, so days repeat. */
export const timestamps: KeySource<TimestampsSpec> = {
  kind: 'timestamps',
  types: ['timestamptz', 'timestamp', 'date'],
  fields,
  defaults: (type) => ({ kind: 'timestamps', startMs: DEFAULT_START, stepMs: type === 'date' ? DAY_MS : 1000 }),

  validate: (spec, type, rows) =>
    checkFields(spec, fields) ?? checkInstants(spec, type, rows, MIN_INSTANT_MS, MAX_INSTANT_MS),

  prepare({ startMs, stepMs }) {
    const clock = createClock(startMs, stepMs);
    return {
      maxBytes: 0,
      fill(column, firstRow, count, at) {
        if (column.storage === 'long') fillMicroseconds(column, clock, firstRow, count, at);
        else if (column.storage === 'word') fillDays(column, clock, firstRow, count, at);
        else throw new TypeError('instants need a long or a word column, not a bytes column');
      },
    };
  },
};

/** Microseconds since 2000-01-01 pass 2^53, so the product by 1000 is built from two halves, each exact. */
function fillMicroseconds(column: LongColumn, clock: Clock, firstRow: number, count: number, at: number): void {
  const { hi, lo } = column;
  for (let i = 0; i < count; i++) {
    const ms = clock.milliseconds(firstRow + i) - POSTGRES_EPOCH_MS;
    const upper = Math.floor(ms / TWO_32);
    const lower = (ms - upper * TWO_32) * 1000 + clock.microseconds(firstRow + i);
    hi[at + i] = upper * 1000 + Math.floor(lower / TWO_32);
    lo[at + i] = lower;
  }
}

/** Days since 2000-01-01. */
function fillDays(column: WordColumn, clock: Clock, firstRow: number, count: number, at: number): void {
  for (let i = 0; i < count; i++) {
    column.words[at + i] = Math.floor(clock.milliseconds(firstRow + i) / DAY_MS) - POSTGRES_EPOCH_DAYS;
  }
}
