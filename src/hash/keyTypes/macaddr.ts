import { formatMac, parseMacaddr } from '../input/macInput.ts';
import type { KeyType } from '../keyType.ts';
import { assertStorage } from '../longValue.ts';

/** macaddr_in(), macaddr_out() and hashmacaddrextended() in src/backend/utils/adt/mac.c: six bytes in the order of the text. */
export const macaddr = {
  id: 'macaddr',
  sqlName: 'macaddr',
  aliases: [],
  storage: 'bytes',
  rule: 'bytes',
  operatorClasses: [{ name: 'macaddr_ops', family: 'macaddr_ops', hashFunction: 'hashmacaddrextended' }],
  parse: (text) => parseMacaddr(text),
  format(value) {
    assertStorage(value, 'bytes');
    return formatMac(value.bytes);
  },
} as const satisfies KeyType;
