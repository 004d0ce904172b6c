import { ok } from '../../lib/result.ts';
import { parseSigned } from '../input/integerInput.ts';
import type { KeyType } from '../keyType.ts';
import { longFromBigint, longToBigint } from '../longValue.ts';

/** int8in() and int8out() in src/backend/utils/adt/int8.c; hashint8extended() in src/backend/access/hash/hashfunc.c. */
export const int8 = {
  id: 'int8',
  sqlName: 'bigint',
  aliases: [],
  storage: 'long',
  rule: 'long',
  operatorClasses: [{ name: 'int8_ops', family: 'integer_ops', hashFunction: 'hashint8extended' }],
  parse(text, { version }) {
    const parsed = parseSigned(text, 64, 'bigint', version);
    return parsed.ok ? ok(longFromBigint(parsed.value)) : parsed;
  },
  format(value) {
    return String(longToBigint(value));
  },
} as const satisfies KeyType;
