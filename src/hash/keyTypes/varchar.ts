import { fitLength, formatCharacters, parseCharacters } from '../input/characterInput.ts';
import type { KeyType } from '../keyType.ts';
import { bpcharOpsOfText } from './bpchar.ts';

/** varcharin() in src/backend/utils/adt/varchar.c; hashed as text, whose operator class is its default. */
export const varchar = {
  id: 'varchar',
  sqlName: 'character varying',
  aliases: ['char varying', 'nchar varying', 'national character varying', 'national char varying'],
  storage: 'bytes',
  rule: 'text',
  operatorClasses: [
    { name: 'text_ops', family: 'text_ops', hashFunction: 'hashtextextended' },
    { name: 'varchar_ops', family: 'text_ops', hashFunction: 'hashtextextended' },
    { name: 'text_pattern_ops', family: 'text_pattern_ops', hashFunction: 'hashtextextended' },
    { name: 'varchar_pattern_ops', family: 'text_pattern_ops', hashFunction: 'hashtextextended' },
    ...bpcharOpsOfText,
  ],
  parse(text, { typmod, encoding }) {
    const fitted = fitLength(text, typmod, 'character varying');
    return fitted.ok ? parseCharacters(fitted.value, encoding) : fitted;
  },
  format: formatCharacters,
} as const satisfies KeyType;
