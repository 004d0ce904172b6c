import { ok } from '../../lib/result.ts';
import { formatTime } from '../input/dateTimeValue.ts';
import { parseTime } from '../input/timeValue.ts';
import type { KeyType } from '../keyType.ts';
import { longFromBigint, longToBigint } from '../longValue.ts';

/** time_in(), time_out() and time_hash_extended() in src/backend/utils/adt/date.c: microseconds since midnight as an int8. */
export const time = {
  id: 'time',
  sqlName: 'time without time zone',
  aliases: [],
  storage: 'long',
  rule: 'long',
  operatorClasses: [{ name: 'time_ops', family: 'time_ops', hashFunction: 'time_hash_extended' }],
  parse(text, { version, typmod }) {
    const parsed = parseTime(text, 'time', version, typmod);
    return parsed.ok ? ok(longFromBigint(parsed.value.micros)) : parsed;
  },
  format(value) {
    return formatTime(longToBigint(value));
  },
} as const satisfies KeyType;
