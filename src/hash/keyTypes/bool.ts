import { ok } from '../../lib/result.ts';
import { invalidSyntax } from '../input/inputErrors.ts';
import type { KeyType } from '../keyType.ts';
import { assertStorage } from '../longValue.ts';

// parse_bool_with_len(): any non-empty prefix of these words, but two letters at least to tell on from off.
const TRUE = /^(t|tr|tru|true|y|ye|yes|on|1)$/i;
const FALSE = /^(f|fa|fal|fals|false|n|no|of|off|0)$/i;

/** boolin() and boolout() in src/backend/utils/adt/bool.c; hashboolextended() there (16+), the same as hashcharextended(). */
export const bool = {
  id: 'bool',
  sqlName: 'boolean',
  aliases: [],
  storage: 'word',
  rule: 'word',
  operatorClasses: [
    {
      name: 'bool_ops',
      family: 'bool_ops',
      hashFunction: 'hashboolextended',
      hashFunctionBefore18: 'hashcharextended',
    },
  ],
  parse(text) {
    const word = text.replace(/^[ \t\n\v\f\r]+|[ \t\n\v\f\r]+$/g, '');
    if (TRUE.test(word)) return ok({ storage: 'word', word: 1 });
    if (FALSE.test(word)) return ok({ storage: 'word', word: 0 });
    return invalidSyntax('boolean', text);
  },
  format(value) {
    assertStorage(value, 'word');
    return value.word === 0 ? 'f' : 't';
  },
} as const satisfies KeyType;
