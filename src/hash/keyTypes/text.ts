import { formatCharacters, parseCharacters } from '../input/characterInput.ts';
import type { KeyType } from '../keyType.ts';

/** hashtextextended() in src/backend/access/hash/hashfunc.c under a deterministic collation: the UTF-8 bytes. */
export const text = {
  id: 'text',
  sqlName: 'text',
  aliases: [],
  storage: 'bytes',
  operatorClass: 'text_ops',
  operatorFamily: 'text_ops',
  hashFunction: 'hashtextextended',
  parse: (input) => parseCharacters(input),
  format: formatCharacters,
} as const satisfies KeyType;
