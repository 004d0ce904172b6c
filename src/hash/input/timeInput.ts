import {
  type DateTimeParts,
  FIELD_RANGE,
  type Outcome,
  readInt,
  readMicros,
  SYNTAX,
  TIME,
  ZONE,
} from './dateTimeParts.ts';

const SECONDS_PER_DAY = 86400;

/** hh:mm, hh:mm:ss with a fraction, or mm:ss.fraction, up to 24:00:00: DecodeTime() of datetime.c. */
export function readTime(text: string, parts: DateTimeParts): Outcome {
  const outcome = readClock(text, parts);
  return typeof outcome === 'number' && timeOverflows(parts) ? FIELD_RANGE : outcome;
}

/** The same with any number of hours, for input that checks the time of day when all of it is read. */
export function readClock(text: string, parts: DateTimeParts): Outcome {
  const match = /^([0-9]+):([0-9]*)(?::([0-9]*))?(\..*)?$/.exec(text);
  if (match === null) return SYNTAX;
  let numbers: (number | null)[] = [match[1]!, match[2]!, match[3] ?? ''].map(readInt);
  if (match[4] !== undefined && match[3] === undefined) numbers = [0, numbers[0]!, numbers[1]!];
  const [hour, minute, second] = numbers as [number | null, number | null, number | null];
  if (hour === null || minute === null || second === null) return FIELD_RANGE;
  const micros = match[4] === undefined ? 0 : readMicros(match[4]);
  if (micros === null) return SYNTAX;
  if (minute > 59 || second > 60) return FIELD_RANGE;
  Object.assign(parts, { hour, minute, second, micros });
  return TIME;
}

/** True beyond 24:00:00: time_overflows() in src/backend/utils/adt/date.c. */
export function timeOverflows({ hour, minute, second, micros }: DateTimeParts): boolean {
  const total = (hour * 60 + minute) * 60 + second;
  const outside = hour > 24 || minute > 59 || second > 60;
  return outside || total > SECONDS_PER_DAY || (total === SECONDS_PER_DAY && micros > 0);
}

/** +hh, +hhmm, +hh:mm or +hh:mm:ss, up to 15:59:59 either way: DecodeTimezone() of datetime.c. Sets the zone east. */
export function readZone(text: string, parts: DateTimeParts): Outcome {
  const match = /^([-+])(-?[0-9]+|)(?::([0-9]*)(?::([0-9]*))?)?(.*)$/.exec(text);
  if (match === null) return SYNTAX;
  let [hours, minutes, seconds] = [match[2]!, match[3] ?? '', match[4] ?? ''].map(readInt) as (number | null)[];
  if (hours === null || minutes === null || seconds === null) return { reason: 'zoneRange' };
  if (match[3] === undefined && match[5] === '' && text.length > 3) {
    minutes = hours! % 100;
    hours = Math.floor(hours! / 100);
  }
  if (hours! < 0 || hours! > 15 || minutes! > 59 || seconds! > 59) return { reason: 'zoneRange' };
  if (match[5] !== '') return SYNTAX;
  const offset = (hours! * 60 + minutes!) * 60 + seconds!;
  parts.zone = match[1] === '-' ? -offset : offset;
  return ZONE;
}
