import { invalidSyntax } from '../input/inputErrors.ts';
import type { KeyType } from '../keyType.ts';

export const timestamptz = {
  id: 'timestamptz',
  sqlName: 'timestamp with time zone',
  aliases: [],
  storage: 'long',
  operatorClass: 'timestamptz_ops',
  operatorFamily: 'timestamptz_ops',
  hashFunction: 'timestamptz_hash_extended',
  parse: (text) => invalidSyntax('timestamptz', text),
  format: () => '',
} as const satisfies KeyType;
