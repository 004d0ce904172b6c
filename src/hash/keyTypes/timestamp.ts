import { ok } from '../../lib/result.ts';
import { formatTimestamp, parseTimestamp } from '../input/dateTimeValue.ts';
import type { KeyType } from '../keyType.ts';
import { longFromBigint, longToBigint } from '../longValue.ts';

/** timestamp_in(), timestamp_out() and timestamp_hash_extended() in src/backend/utils/adt/timestamp.c: microseconds as an int8. */
export const timestamp = {
  id: 'timestamp',
  sqlName: 'timestamp without time zone',
  aliases: [],
  storage: 'long',
  rule: 'long',
  operatorClasses: [{ name: 'timestamp_ops', family: 'timestamp_ops', hashFunction: 'timestamp_hash_extended' }],
  parse(text, { version, typmod }) {
    const micros = parseTimestamp(text, false, version, typmod);
    return micros.ok ? ok(longFromBigint(micros.value)) : micros;
  },
  format(value) {
    return formatTimestamp(longToBigint(value), '');
  },
} as const satisfies KeyType;
