import { ok } from '../../lib/result.ts';
import { hashFloat4 } from '../floatHash.ts';
import { parseFloatText } from '../input/floatInput.ts';
import { formatFloat } from '../input/floatOutput.ts';
import type { KeyType } from '../keyType.ts';
import { assertStorage } from '../longValue.ts';

const view = new DataView(new ArrayBuffer(4));

/** float4in() and float4out() in src/backend/utils/adt/float.c; a value is the 32 bits of its float32. */
export const float4 = {
  id: 'float4',
  sqlName: 'real',
  aliases: [],
  storage: 'word',
  rule: 'float',
  operatorClasses: [{ name: 'float4_ops', family: 'float_ops', hashFunction: 'hashfloat4extended' }],
  hash: { storage: 'word', hash: hashFloat4 },
  parse(text) {
    const parsed = parseFloatText(text, 32);
    if (!parsed.ok) return parsed;
    view.setFloat32(0, parsed.value);
    return ok({ storage: 'word', word: view.getInt32(0) });
  },
  format(value) {
    assertStorage(value, 'word');
    view.setInt32(0, value.word);
    return formatFloat(view.getFloat32(0), 32);
  },
} as const satisfies KeyType;
