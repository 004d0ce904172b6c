import { fitLength, formatCharacters, parseCharacters } from '../input/characterInput.ts';
import type { KeyType } from '../keyType.ts';

/** varcharin() in src/backend/utils/adt/varchar.c; hashed as text, whose operator class is its default. */
export const varchar = {
  id: 'varchar',
  sqlName: 'character varying',
  aliases: ['char varying', 'nchar varying', 'national character varying', 'national char varying'],
  storage: 'bytes',
  operatorClass: 'text_ops',
  operatorFamily: 'text_ops',
  hashFunction: 'hashtextextended',
  parse(text, typmod) {
    const fitted = fitLength(text, typmod, 'character varying');
    return fitted.ok ? parseCharacters(fitted.value) : fitted;
  },
  format: formatCharacters,
} as const satisfies KeyType;
