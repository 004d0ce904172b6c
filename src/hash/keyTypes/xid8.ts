import { ok } from '../../lib/result.ts';
import { parseUnchecked, parseUnsigned64 } from '../input/integerInput.ts';
import type { KeyType } from '../keyType.ts';
import { longFromBigint, longToBigint } from '../longValue.ts';

/** xid8in() and xid8out() in src/backend/utils/adt/xid.c; hashed as an int8 of the same bits, read as signed. */
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
    const parsed = parseUnsigned64(text, 'xid8');
    return parsed.ok ? ok(longFromBigint(parsed.value)) : parsed;
  },
  format(value) {
    return String(BigInt.asUintN(64, longToBigint(value)));
  },
} as const satisfies KeyType;
