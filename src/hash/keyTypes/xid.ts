import { ok } from '../../lib/result.ts';
import { parseUnchecked, parseUnsigned32 } from '../input/integerInput.ts';
import type { KeyType } from '../keyType.ts';
import { assertStorage } from '../longValue.ts';

/** xidin() and xidout() in src/backend/utils/adt/xid.c; hashed as an int4 of the same bits. */
export const xid = {
  id: 'xid',
  sqlName: 'xid',
  aliases: [],
  storage: 'word',
  rule: 'word',
  operatorClasses: [
    { name: 'xid_ops', family: 'xid_ops', hashFunction: 'hashxidextended', hashFunctionBefore18: 'hashint4extended' },
  ],
  parse(text, { version }) {
    if (version < 16) return ok({ storage: 'word', word: Number(BigInt.asIntN(32, parseUnchecked(text))) });
    const parsed = parseUnsigned32(text, 'xid');
    return parsed.ok ? ok({ storage: 'word', word: parsed.value }) : parsed;
  },
  format(value) {
    assertStorage(value, 'word');
    return String(value.word >>> 0);
  },
} as const satisfies KeyType;
