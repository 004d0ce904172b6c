import { parseBytea, toHex } from '../input/byteaInput.ts';
import type { KeyType } from '../keyType.ts';
import { assertStorage } from '../longValue.ts';

/** byteain() and byteaout() (bytea_output = hex); hashvarlenaextended() in src/backend/access/hash/hashfunc.c. */
export const bytea = {
  id: 'bytea',
  sqlName: 'bytea',
  aliases: [],
  storage: 'bytes',
  rule: 'bytes',
  operatorClasses: [
    {
      name: 'bytea_ops',
      family: 'bytea_ops',
      hashFunction: 'hashbyteaextended',
      hashFunctionBefore18: 'hashvarlenaextended',
    },
  ],
  parse: (text) => parseBytea(text),
  format(value) {
    assertStorage(value, 'bytes');
    return `\\x${toHex(value.bytes)}`;
  },
} as const satisfies KeyType;
