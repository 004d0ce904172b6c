import { err, ok, type Result } from '../../lib/result.ts';
import type { PgError } from '../pgError.ts';
import type { ServerVersion } from '../server.ts';
import { two } from './civil.ts';
import { dateTimeError, roundTo, timeOfDay } from './dateTimeValue.ts';
import { readTimeOnly } from './timeOnlyInput.ts';

/** A time of day in a zone. */
export interface ZonedTime {
  /** Since midnight in the zone, up to 24:00:00. */
  readonly micros: bigint;
  /** Seconds west of UTC, as PostgreSQL keeps it. */
  readonly zoneWest: number;
}

/**
 * time_in() and timetz_in() in src/backend/utils/adt/date.c. time reads a zone too, and forgets it.
 * @param precision digits of the fraction, 0 to 6
 */
export function parseTime(
  text: string,
  typeName: 'time' | 'time with time zone',
  version: ServerVersion,
  precision = 6,
): Result<ZonedTime, PgError> {
  const parts = readTimeOnly(text, version);
  if (!parts.ok) return err(dateTimeError(parts.error, text, typeName));
  return ok({ micros: roundTo(timeOfDay(parts.value), precision), zoneWest: -parts.value.zone });
}

/** `+05:30`, with minutes and seconds only where they are not 0: EncodeTimezone() in src/backend/utils/adt/datetime.c. */
export function formatZone(zoneWest: number): string {
  const seconds = Math.abs(zoneWest);
  const [hour, minute, second] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const fields = second !== 0 ? [hour, minute, second] : minute !== 0 ? [hour, minute] : [hour];
  return (zoneWest <= 0 ? '+' : '-') + fields.map(two).join(':');
}
