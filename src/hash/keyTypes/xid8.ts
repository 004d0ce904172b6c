import { ok } from '../../lib/result.ts';
import { parseUint64, parseUnchecked } from '../input/unsignedInput.ts';
import type { KeyType } from '../keyType.ts';
import { longFromBigint, longToBigint } from '../longValue.ts';

/**
 * xid8in(), xid8out() and hashxid8extended() (18) in src/backend/utils/adt/xid.c: 64 bits, hashed as if they were signed.
 * Version 15 read any text, as 0 if nothing else.
 */
export const xid8 = {
  id: 'xid8',
  sqlName: 'xid8',
  aliases: [],
  storage: 'long',
  rule: 'long',
  operatorClasses: [
    {
      name: 'xid8_ops',
      family: 'xid8_ops',
      hashFunction: 'hashxid8extended',
      hashFunctionBefore18: 'hashint8extended',
    },
  ],
  parse(text, { version }) {
    if (version < 16) return ok(longFromBigint(parseUnchecked(text)));
    const parsed = parseUint64(text, 'xid8');
    return parsed.ok ? ok(longFromBigint(parsed.value)) : parsed;
  },
  format(value) {
    return String(BigInt.asUintN(64, longToBigint(value)));
  },
} as const satisfies KeyType;
