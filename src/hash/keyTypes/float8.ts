import { ok } from '../../lib/result.ts';
import { doubleToWords, wordsToDouble } from '../floatBits.ts';
import { hashDouble } from '../floatHash.ts';
import { formatFloat8, parseFloat8 } from '../input/floatInput.ts';
import type { KeyType } from '../keyType.ts';
import { assertStorage } from '../longValue.ts';

/** float8in() and float8out() in src/backend/utils/adt/float.c; the bits of the double as two words. */
export const float8 = {
  id: 'float8',
  sqlName: 'double precision',
  aliases: ['float'],
  storage: 'long',
  rule: 'float',
  operatorClasses: [{ name: 'float8_ops', family: 'float_ops', hashFunction: 'hashfloat8extended' }],
  hash: {
    storage: 'long',
    hash: (hi, lo, seedHi, seedLo, out) => hashDouble(wordsToDouble(hi, lo), seedHi, seedLo, out),
  },
  parse(text) {
    const parsed = parseFloat8(text);
    return parsed.ok ? ok({ storage: 'long', ...doubleToWords(parsed.value) }) : parsed;
  },
  format(value) {
    assertStorage(value, 'long');
    return formatFloat8(wordsToDouble(value.hi, value.lo));
  },
} as const satisfies KeyType;
