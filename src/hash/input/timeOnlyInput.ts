import { err, ok, type Result } from '../../lib/result.ts';
import type { ServerVersion } from '../server.ts';
import { applyMeridian, checkDate, type Reading, readLabelled, readWord, startReading } from './dateTimeFields.ts';
import { readDate, readNumber, readRunTogether } from './dateTimeNumbers.ts';
import * as P from './dateTimeParts.ts';
import { type Field, splitFields } from './dateTimeTokens.ts';
import { findWord, isCoreWord } from './dateTimeWords.ts';
import { readClock, readZone, timeOverflows } from './timeInput.ts';

/**
 * Reads time input: DecodeTimeOnly() in src/backend/utils/adt/datetime.c. A date may stand before the time and is only
 * checked; without a zone the time is in UTC. The hour, minute, second, micros and zone of the result count.
 */
export function readTimeOnly(
  text: string,
  version: ServerVersion,
): Result<Readonly<P.DateTimeParts>, P.DateTimeFailure> {
  const fields = splitFields(text, isCoreWord);
  if (fields === null) return err(P.SYNTAX);
  const reading = startReading(version);
  for (const [index, field] of fields.entries()) {
    const outcome = readField(field, index, fields, reading);
    if (typeof outcome !== 'number') return err(outcome);
    if ((outcome & reading.seen) !== 0) return err(P.SYNTAX);
    reading.seen |= outcome;
  }
  const failure = finish(reading);
  return failure === null ? ok(reading.parts) : err(failure);
}

function finish(reading: Reading): P.DateTimeFailure | null {
  const { parts, seen, pending, clockWord } = reading;
  if (pending !== null) return P.SYNTAX;
  const failure = checkDate(reading) ?? applyMeridian(parts);
  if (failure !== null) return failure;
  if (timeOverflows(parts)) return P.FIELD_RANGE;
  if ((seen & P.TIME) === 0) return P.SYNTAX;
  if ((seen & (P.ZONE | P.DAYLIGHT_WORD)) === P.DAYLIGHT_WORD) return P.SYNTAX;
  const dateSeen = seen & P.DATE;
  if ((seen & P.ZONE) === 0 && dateSeen !== 0 && dateSeen !== P.DATE) return P.SYNTAX;
  return clockWord === null ? null : { reason: 'clock', word: clockWord };
}

function readField(field: Field, index: number, fields: readonly Field[], reading: Reading): P.Outcome {
  const { parts, pending } = reading;
  switch (field.kind) {
    case 'date':
      return readDateField(field.text, index, fields, reading);
    case 'time':
      if (pending !== null && pending !== 'time') return P.SYNTAX;
      reading.pending = null;
      return readClock(field.text, parts);
    case 'zone':
      return readZone(field.text, parts);
    case 'number':
      return pending === null ? readFreeNumber(field.text, index, fields, reading) : readLabelled(field.text, reading);
    default:
      return readTimeWord(field.text, reading);
  }
}

/** A date, only at the start and before a time or another such field; or a run-together time with a zone; or a zone name. */
function readDateField(text: string, index: number, fields: readonly Field[], { parts, seen }: Reading): P.Outcome {
  const startsDate = fields.length >= 2 && (fields.at(-1)!.kind === 'date' || fields[1]!.kind === 'time');
  if (index === 0 && startsDate) return readDate(text, seen, parts);
  if (!/^[0-9]/.test(text)) return { reason: 'zoneName', word: text };
  const dash = text.indexOf('-');
  if ((seen & P.TIME) !== 0 || dash < 0) return P.SYNTAX;
  const zoneOutcome = readZone(text.slice(dash), parts);
  if (typeof zoneOutcome !== 'number') return zoneOutcome;
  const outcome = readRunTogether(text.slice(0, dash), seen | P.DATE, parts);
  return typeof outcome === 'number' ? outcome | P.ZONE : outcome;
}

function readFreeNumber(text: string, index: number, fields: readonly Field[], { parts, seen }: Reading): P.Outcome {
  const point = text.indexOf('.');
  if (point < 0) {
    return text.length > 4
      ? readRunTogether(text, seen | P.DATE, parts)
      : readNumber(text, false, seen | P.DATE, parts);
  }
  if (index === 0 && fields.length >= 2 && fields.at(-1)!.kind === 'date') return readDate(text, seen, parts);
  return point > 2 ? readRunTogether(text, seen | P.DATE, parts) : P.SYNTAX;
}

/** Words that belong to a time; those of dates and moments do not. T may stand anywhere before a time. */
function readTimeWord(text: string, reading: Reading): P.Outcome {
  switch (findWord(text)?.kind) {
    case 'month':
    case 'weekday':
    case 'moment':
      return P.SYNTAX;
    case 'clock':
      if (text !== 'now') return P.SYNTAX;
      reading.clockWord = text;
      return P.TIME;
    case 'timeMark':
      if (reading.pending !== null) return P.SYNTAX;
      reading.pending = 'time';
      return 0;
    default:
      return readWord(text, reading);
  }
}
