import { invalidSyntax } from '../input/inputErrors.ts';
import type { KeyType } from '../keyType.ts';

export const date = {
  id: 'date',
  sqlName: 'date',
  aliases: [],
  storage: 'word',
  operatorClass: 'date_ops',
  operatorFamily: 'date_ops',
  hashFunction: 'hashdateextended',
  parse: (text) => invalidSyntax('date', text),
  format: () => '',
} as const satisfies KeyType;
