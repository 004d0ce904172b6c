import { ok } from '../../lib/result.ts';
import { parseUnchecked, parseUnsigned32 } from '../input/integerInput.ts';
import type { KeyType } from '../keyType.ts';
import { assertStorage } from '../longValue.ts';

/** cidin() and cidout() in src/backend/utils/adt/xid.c; hashed as an int4 of the same bits. */
export const cid = {
  id: 'cid',
  sqlName: 'cid',
  aliases: [],
  storage: 'word',
  rule: 'word',
  operatorClasses: [
    { name: 'cid_ops', family: 'cid_ops', hashFunction: 'hashcidextended', hashFunctionBefore18: 'hashint4extended' },
  ],
  parse(text, { version }) {
    if (version < 16) return ok({ storage: 'word', word: Number(BigInt.asIntN(32, parseUnchecked(text))) });
    const parsed = parseUnsigned32(text, 'cid');
    return parsed.ok ? ok({ storage: 'word', word: parsed.value }) : parsed;
  },
  format(value) {
    assertStorage(value, 'word');
    return String(value.word >>> 0);
  },
} as const satisfies KeyType;
