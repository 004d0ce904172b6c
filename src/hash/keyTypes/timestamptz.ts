import { ok } from '../../lib/result.ts';
import { formatTimestamp, parseTimestamp } from '../input/dateTimeValue.ts';
import type { KeyType } from '../keyType.ts';
import { longFromBigint, longToBigint } from '../longValue.ts';

/** timestamptz_in(), timestamptz_out() and timestamptz_hash_extended() in src/backend/utils/adt/timestamp.c: microseconds as an int8. */
export const timestamptz = {
  id: 'timestamptz',
  sqlName: 'timestamp with time zone',
  aliases: [],
  storage: 'long',
  rule: 'long',
  operatorClasses: [
    {
      name: 'timestamptz_ops',
      family: 'timestamptz_ops',
      hashFunction: 'timestamptz_hash_extended',
      hashFunctionBefore18: 'timestamp_hash_extended',
    },
  ],
  parse(text, { version, typmod }) {
    const micros = parseTimestamp(text, true, version, typmod);
    return micros.ok ? ok(longFromBigint(micros.value)) : micros;
  },
  format(value) {
    return formatTimestamp(longToBigint(value), '+00');
  },
} as const satisfies KeyType;
