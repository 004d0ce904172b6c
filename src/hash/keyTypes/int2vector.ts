import { ok } from '../../lib/result.ts';
import { parseSmallints } from '../input/integerInput.ts';
import type { KeyType } from '../keyType.ts';
import { assertStorage } from '../longValue.ts';
import { arrayOps } from '../made/arrayOf.ts';
import { hashSequence, packValues } from '../made/packed.ts';
import { wordAt } from '../wordAt.ts';
import { int2 } from './int2.ts';

/**
 * int2vectorin() and int2vectorout() in src/backend/utils/adt/int.c. It has no hash operator class of its own and takes
 * the one of arrays, so it is hashed as an array of smallint. Values are packed as their number and the elements.
 */
export const int2vector = {
  id: 'int2vector',
  sqlName: 'int2vector',
  aliases: [],
  storage: 'bytes',
  rule: 'array',
  operatorClasses: arrayOps,
  hash: {
    storage: 'bytes',
    hash: (data, start, _end, seedHi, seedLo, out) =>
      hashSequence(() => int2, wordAt(data, start), 1, data, start + 4, seedHi, seedLo, out),
  },
  parse(text) {
    const numbers = parseSmallints(text);
    if (!numbers.ok) return numbers;
    const values = numbers.value.map((word) => ({ storage: 'word' as const, word }));
    return ok({ storage: 'bytes', bytes: packValues(values, [values.length]) });
  },
  format(value) {
    assertStorage(value, 'bytes');
    const { bytes } = value;
    // Each element takes its length field and one word.
    return Array.from({ length: wordAt(bytes, 0) }, (_, index) => wordAt(bytes, 8 + 8 * index)).join(' ');
  },
} as const satisfies KeyType;
