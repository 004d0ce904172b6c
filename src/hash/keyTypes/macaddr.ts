import { ok } from '../../lib/result.ts';
import { formatMac, parseMac } from '../input/macInput.ts';
import type { KeyType } from '../keyType.ts';
import { assertStorage } from '../longValue.ts';

/** macaddr_in(), macaddr_out() and hashmacaddrextended() in src/backend/utils/adt/mac.c: six bytes. */
export const macaddr = {
  id: 'macaddr',
  sqlName: 'macaddr',
  aliases: [],
  storage: 'bytes',
  rule: 'bytes',
  operatorClasses: [{ name: 'macaddr_ops', family: 'macaddr_ops', hashFunction: 'hashmacaddrextended' }],
  parse(text) {
    const bytes = parseMac(text);
    return bytes.ok ? ok({ storage: 'bytes', bytes: bytes.value }) : bytes;
  },
  format(value) {
    assertStorage(value, 'bytes');
    return formatMac(value.bytes);
  },
} as const satisfies KeyType;
