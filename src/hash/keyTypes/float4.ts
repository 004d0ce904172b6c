import { ok } from '../../lib/result.ts';
import { singleToWord, wordToSingle } from '../floatBits.ts';
import { hashDouble } from '../floatHash.ts';
import { formatFloat4, parseFloat4 } from '../input/floatInput.ts';
import type { KeyType } from '../keyType.ts';
import { assertStorage } from '../longValue.ts';

/** float4in() and float4out() in src/backend/utils/adt/float.c; the bits of the single as a word. */
export const float4 = {
  id: 'float4',
  sqlName: 'real',
  aliases: [],
  storage: 'word',
  rule: 'float',
  operatorClasses: [{ name: 'float4_ops', family: 'float_ops', hashFunction: 'hashfloat4extended' }],
  hash: {
    storage: 'word',
    hash: (word, seedHi, seedLo, out) => hashDouble(wordToSingle(word), seedHi, seedLo, out),
  },
  parse(text) {
    const parsed = parseFloat4(text);
    return parsed.ok ? ok({ storage: 'word', word: singleToWord(parsed.value) }) : parsed;
  },
  format(value) {
    assertStorage(value, 'word');
    return formatFloat4(wordToSingle(value.word));
  },
} as const satisfies KeyType;
