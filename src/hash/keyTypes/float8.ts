import { ok } from '../../lib/result.ts';
import { hashFloat8 } from '../floatHash.ts';
import { parseFloatText } from '../input/floatInput.ts';
import { formatFloat } from '../input/floatOutput.ts';
import type { KeyType } from '../keyType.ts';
import { assertStorage } from '../longValue.ts';

const view = new DataView(new ArrayBuffer(8));

/** float8in() and float8out() in src/backend/utils/adt/float.c; a value is the 64 bits of its double. */
export const float8 = {
  id: 'float8',
  sqlName: 'double precision',
  aliases: ['float'],
  storage: 'long',
  rule: 'float',
  operatorClasses: [{ name: 'float8_ops', family: 'float_ops', hashFunction: 'hashfloat8extended' }],
  hash: { storage: 'long', hash: hashFloat8 },
  parse(text) {
    const parsed = parseFloatText(text, 64);
    if (!parsed.ok) return parsed;
    view.setFloat64(0, parsed.value);
    return ok({ storage: 'long', hi: view.getInt32(0), lo: view.getUint32(4) });
  },
  format(value) {
    assertStorage(value, 'long');
    view.setInt32(0, value.hi);
    view.setUint32(4, value.lo);
    return formatFloat(view.getFloat64(0), 64);
  },
} as const satisfies KeyType;
