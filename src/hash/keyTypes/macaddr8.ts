import { formatMac, parseMacaddr8 } from '../input/macInput.ts';
import type { KeyType } from '../keyType.ts';
import { assertStorage } from '../longValue.ts';

/** macaddr8_in(), macaddr8_out() and hashmacaddr8extended() in src/backend/utils/adt/mac8.c: eight bytes in the order of the text. */
export const macaddr8 = {
  id: 'macaddr8',
  sqlName: 'macaddr8',
  aliases: [],
  storage: 'bytes',
  rule: 'bytes',
  operatorClasses: [{ name: 'macaddr8_ops', family: 'macaddr8_ops', hashFunction: 'hashmacaddr8extended' }],
  parse: (text) => parseMacaddr8(text),
  format(value) {
    assertStorage(value, 'bytes');
    return formatMac(value.bytes);
  },
} as const satisfies KeyType;
