import { err, ok, type Result } from '../../lib/result.ts';
import type { ServerVersion } from '../server.ts';
import {
  applyMeridian,
  checkDate,
  type Reading,
  readLabelled,
  readWord,
  setJulianDay,
  startReading,
} from './dateTimeFields.ts';
import { readDate, readNumber, readRunTogether } from './dateTimeNumbers.ts';
import * as P from './dateTimeParts.ts';
import { type Field, splitFields } from './dateTimeTokens.ts';
import { isCoreWord } from './dateTimeWords.ts';
import { readTime, readZone } from './timeInput.ts';

/** A date with a time of day, or one of the moments without one. */
export type DateTimeInput =
  | { readonly kind: 'moment'; readonly moment: 'infinity' | '-infinity' | 'epoch' }
  | { readonly kind: 'parts'; readonly parts: Readonly<P.DateTimeParts> };

/**
 * Reads date and time input with DateStyle ISO, MDY: DecodeDateTime() in src/backend/utils/adt/datetime.c of PostgreSQL
 * 18. A time or zone may be given wherever PostgreSQL takes one, and is ignored by date.
 */
export function readDateTime(text: string, version: ServerVersion): Result<DateTimeInput, P.DateTimeFailure> {
  const fields = splitFields(text, isCoreWord);
  if (fields === null) return err(P.SYNTAX);
  const reading = startReading(version);
  for (const field of fields) {
    const outcome = readField(field, reading);
    if (typeof outcome !== 'number') return err(outcome);
    if ((outcome & reading.seen) !== 0) return err(P.SYNTAX);
    reading.seen |= outcome;
  }
  if (reading.pending !== null) return err(P.SYNTAX);
  if (reading.clockWord !== null) return err({ reason: 'clock', word: reading.clockWord });
  if (reading.moment !== null) return ok({ kind: 'moment', moment: reading.moment });
  const failure = checkDate(reading) ?? applyMeridian(reading.parts);
  if (failure !== null) return err(failure);
  if ((reading.seen & P.DATE) !== P.DATE) return err(P.SYNTAX);
  if ((reading.seen & (P.ZONE | P.DAYLIGHT_WORD)) === P.DAYLIGHT_WORD) return err(P.SYNTAX);
  return ok({ kind: 'parts', parts: reading.parts });
}

function readField(field: Field, reading: Reading): P.Outcome {
  switch (field.kind) {
    case 'date':
      return readDateField(field.text, reading);
    case 'time':
      if (reading.pending !== null && reading.pending !== 'time') return P.SYNTAX;
      reading.pending = null;
      return readTime(field.text, reading.parts);
    case 'zone':
      return readZone(field.text, reading.parts);
    case 'number':
      return reading.pending === null ? readFreeNumber(field.text, reading) : readLabelled(field.text, reading);
    default:
      return readWord(field.text, reading);
  }
}

/** A date; or, when there is one already, a zone name or a run-together time with a zone: 040506-08. */
function readDateField(text: string, reading: Reading): P.Outcome {
  const { parts, seen, pending } = reading;
  if (pending === 'julian') {
    const [, digits, zone] = /^([0-9]*)(.*)$/.exec(text) as unknown as [string, string, string];
    reading.pending = null;
    const outcome = setJulianDay(digits, parts);
    if (typeof outcome !== 'number') return outcome;
    const zoneOutcome = readZone(zone, parts);
    return typeof zoneOutcome === 'number' ? P.DATE | P.TIME | P.ZONE : zoneOutcome;
  }
  if (pending === null && (seen & (P.MONTH | P.DAY)) !== (P.MONTH | P.DAY)) return readDate(text, seen, parts);
  if (!/^[0-9]/.test(text) && pending === null) return { reason: 'zoneName', word: text };
  const dash = text.indexOf('-');
  if ((pending !== null && pending !== 'time') || (seen & P.TIME) !== 0 || dash < 0) return P.SYNTAX;
  reading.pending = null;
  const zoneOutcome = readZone(text.slice(dash), parts);
  if (typeof zoneOutcome !== 'number') return zoneOutcome;
  const outcome = readRunTogether(text.slice(0, dash), seen, parts);
  return typeof outcome === 'number' ? outcome | P.ZONE : outcome;
}

function readFreeNumber(text: string, reading: Reading): P.Outcome {
  const { parts, seen } = reading;
  const point = text.indexOf('.');
  if (point >= 0 && (seen & P.DATE) === 0) return readDate(text, seen, parts);
  const incomplete = (seen & P.DATE) === 0 || (seen & P.TIME) === 0;
  if (point > 2 || (text.length >= 6 && incomplete)) return readRunTogether(text, seen, parts);
  return readNumber(text, parts.textMonth, seen, parts);
}
