import { formatCharacters, parseCharacters } from '../input/characterInput.ts';
import type { KeyType } from '../keyType.ts';
import { bpcharOpsOfText } from './bpchar.ts';

/** hashtextextended() in src/backend/access/hash/hashfunc.c under a deterministic collation: the UTF-8 bytes. */
export const text = {
  id: 'text',
  sqlName: 'text',
  aliases: [],
  storage: 'bytes',
  rule: 'text',
  operatorClasses: [
    { name: 'text_ops', family: 'text_ops', hashFunction: 'hashtextextended' },
    { name: 'text_pattern_ops', family: 'text_pattern_ops', hashFunction: 'hashtextextended' },
    { name: 'varchar_ops', family: 'text_ops', hashFunction: 'hashtextextended' },
    { name: 'varchar_pattern_ops', family: 'text_pattern_ops', hashFunction: 'hashtextextended' },
    ...bpcharOpsOfText,
  ],
  parse: (input, { encoding }) => parseCharacters(input, encoding),
  format: formatCharacters,
} as const satisfies KeyType;
