import { ok } from '../../lib/result.ts';
import { parseNumeric } from '../input/numericInput.ts';
import type { KeyType } from '../keyType.ts';
import { assertStorage } from '../longValue.ts';
import { hashNumeric } from '../numericHash.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** numeric_in() and numeric_out() in src/backend/utils/adt/numeric.c; a value is the bytes of its printed form. */
export const numeric = {
  id: 'numeric',
  sqlName: 'numeric',
  aliases: ['decimal', 'dec'],
  storage: 'bytes',
  rule: 'numeric',
  operatorClasses: [{ name: 'numeric_ops', family: 'numeric_ops', hashFunction: 'hash_numeric_extended' }],
  hash: { storage: 'bytes', hash: hashNumeric },
  parse(text, { version, typmod }) {
    const printed = parseNumeric(text, version, typmod);
    return printed.ok ? ok({ storage: 'bytes', bytes: encoder.encode(printed.value) }) : printed;
  },
  format(value) {
    assertStorage(value, 'bytes');
    return decoder.decode(value.bytes);
  },
} as const satisfies KeyType;
