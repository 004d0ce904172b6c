import { getKeyType } from '../hash/getKeyType.ts';
import { type Problem, problem } from '../lib/problem.ts';

/** Finest step between rows, in milliseconds: one microsecond, PostgreSQL's own resolution. */
export const MIN_STEP_MS = 0.001;

/** Earliest instant of a timestamp: 4713-11-24 BC, MIN_TIMESTAMP (datatype/timestamp.h), in Unix milliseconds. */
export const MIN_INSTANT_MS = -210_866_803_200_000;

/** Latest instant here: year 275760, where JavaScript's Date ends; PostgreSQL goes on to 294276. Unix milliseconds. */
export const MAX_INSTANT_MS = 8_640_000_000_000_000;

/**
 * The instant start + row * step as whole milliseconds (rounded down) and microseconds 0..999 within it, exact for
 * every row: whole and fractional part of the step are multiplied apart, so no product leaves the safe integers.
 */
export interface Clock {
  milliseconds(row: number): number;
  microseconds(row: number): number;
}

/** @param stepMs rounded to whole microseconds */
export function createClock(startMs: number, stepMs: number): Clock {
  const whole = Math.floor(stepMs);
  const micros = Math.round((stepMs - whole) * 1000);
  return {
    milliseconds: (row) => startMs + row * whole + Math.floor((row * micros) / 1000),
    microseconds: (row) => (row * micros) % 1000,
  };
}

/** Null, or the first or last instant that lies outside min .. max. */
export function checkInstants(
  { startMs, stepMs }: { readonly startMs: number; readonly stepMs: number },
  type: string,
  rows: number,
  min: number,
  max: number,
): Problem | null {
  const last = createClock(startMs, stepMs).milliseconds(rows - 1);
  const outside = [startMs, last].find((value) => value < min || value > max);
  if (outside === undefined) return null;
  return problem('instantOutOfRange', { value: outside, min, max, type: getKeyType(type).sqlName });
}
