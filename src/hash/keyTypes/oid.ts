import { ok } from '../../lib/result.ts';
import { parseUint32 } from '../input/unsignedInput.ts';
import type { KeyType } from '../keyType.ts';
import { assertStorage } from '../longValue.ts';

/** It takes integer too, and hashes it as int4_ops does: both see 32 bits. */
export const oidOps = { name: 'oid_ops', family: 'oid_ops', hashFunction: 'hashoidextended' } as const;

/** oidin() and oidout() in src/backend/utils/adt/oid.c; hashoidextended() in src/backend/access/hash/hashfunc.c. */
export const oid = {
  id: 'oid',
  sqlName: 'oid',
  aliases: [],
  storage: 'word',
  rule: 'word',
  operatorClasses: [oidOps],
  parse(text, { version }) {
    const parsed = parseUint32(text, 'oid', version);
    return parsed.ok ? ok({ storage: 'word', word: parsed.value }) : parsed;
  },
  format(value) {
    assertStorage(value, 'word');
    return String(value.word >>> 0);
  },
} as const satisfies KeyType;
