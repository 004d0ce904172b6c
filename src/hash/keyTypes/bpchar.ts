import { fitLength, formatCharacters, parseCharacters } from '../input/characterInput.ts';
import type { KeyType } from '../keyType.ts';

/**
 * bpcharin() and hashbpcharextended() in src/backend/utils/adt/varchar.c. Blanks at the end (0x20 only) never count, so
 * a value is kept without them, whatever its declared length.
 */
export const bpchar = {
  id: 'bpchar',
  sqlName: 'character',
  aliases: ['char', 'nchar', 'national character', 'national char'],
  storage: 'bytes',
  operatorClass: 'bpchar_ops',
  operatorFamily: 'bpchar_ops',
  hashFunction: 'hashbpcharextended',
  parse(text, typmod) {
    const fitted = fitLength(text, typmod, 'character');
    return fitted.ok ? parseCharacters(fitted.value.replace(/ +$/, '')) : fitted;
  },
  format: formatCharacters,
} as const satisfies KeyType;
