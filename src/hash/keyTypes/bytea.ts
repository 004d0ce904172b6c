import { parseBytea, toHex } from '../input/byteaInput.ts';
import type { KeyType } from '../keyType.ts';
import { assertStorage } from '../longValue.ts';

/** byteain() and byteaout() (bytea_output = hex); hashvarlenaextended() in src/backend/access/hash/hashfunc.c. */
export const bytea = {
  id: 'bytea',
  sqlName: 'bytea',
  aliases: [],
  storage: 'bytes',
  operatorClass: 'bytea_ops',
  operatorFamily: 'bytea_ops',
  hashFunction: 'hashbyteaextended',
  parse: (text) => parseBytea(text),
  format(value) {
    assertStorage(value, 'bytes');
    return `\\x${toHex(value.bytes)}`;
  },
} as const satisfies KeyType;
