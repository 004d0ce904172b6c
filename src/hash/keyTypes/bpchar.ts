import { bpcharHash } from '../bpcharHash.ts';
import { fitLength, formatCharacters, parseCharacters } from '../input/characterInput.ts';
import type { KeyType } from '../keyType.ts';

const bpcharOps = { name: 'bpchar_ops', family: 'bpchar_ops', hashFunction: 'hashbpcharextended' } as const;
const patternOps = {
  name: 'bpchar_pattern_ops',
  family: 'bpchar_pattern_ops',
  hashFunction: 'hashbpcharextended',
} as const;

const hashed = { rule: 'bpchar', hash: bpcharHash } as const;

/** The same for text and varchar, which are binary-coercible to bpchar but are kept with their blanks. */
export const bpcharOpsOfText = [
  { ...bpcharOps, hashed },
  { ...patternOps, hashed },
] as const;

/**
 * bpcharin() and hashbpcharextended() in src/backend/utils/adt/varchar.c. Blanks at the end (0x20 only) never count, so
 * a value is kept without them, whatever its declared length.
 */
export const bpchar = {
  id: 'bpchar',
  sqlName: 'character',
  aliases: ['char', 'nchar', 'national character', 'national char'],
  storage: 'bytes',
  rule: 'bpchar',
  operatorClasses: [bpcharOps, patternOps],
  parse(text, { typmod, encoding }) {
    const fitted = fitLength(text, typmod, 'character');
    return fitted.ok ? parseCharacters(fitted.value.replace(/ +$/, ''), encoding) : fitted;
  },
  format: formatCharacters,
} as const satisfies KeyType;
