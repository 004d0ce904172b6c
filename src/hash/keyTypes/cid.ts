import { ok } from '../../lib/result.ts';
import { parseUint32, parseUnchecked } from '../input/unsignedInput.ts';
import type { KeyType } from '../keyType.ts';
import { assertStorage } from '../longValue.ts';

/** cidin(), cidout() and hashcidextended() (18) in src/backend/utils/adt/xid.c: 32 bits. Version 15 read any text, as 0 if nothing else. */
export const cid = {
  id: 'cid',
  sqlName: 'cid',
  aliases: [],
  storage: 'word',
  rule: 'word',
  operatorClasses: [
    {
      name: 'cid_ops',
      family: 'cid_ops',
      hashFunction: 'hashcidextended',
      hashFunctionBefore18: 'hashint4extended',
    },
  ],
  parse(text, { version }) {
    if (version < 16) return ok({ storage: 'word', word: Number(BigInt.asIntN(32, parseUnchecked(text))) });
    const parsed = parseUint32(text, 'cid', version);
    return parsed.ok ? ok({ storage: 'word', word: parsed.value }) : parsed;
  },
  format(value) {
    assertStorage(value, 'word');
    return String(value.word >>> 0);
  },
} as const satisfies KeyType;
