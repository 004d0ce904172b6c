import { invalidSyntax } from '../input/inputErrors.ts';
import type { KeyType } from '../keyType.ts';

export const timestamp = {
  id: 'timestamp',
  sqlName: 'timestamp without time zone',
  aliases: [],
  storage: 'long',
  operatorClass: 'timestamp_ops',
  operatorFamily: 'timestamp_ops',
  hashFunction: 'timestamp_hash_extended',
  parse: (text) => invalidSyntax('timestamp', text),
  format: () => '',
} as const satisfies KeyType;
