import { ok } from '../../lib/result.ts';
import { invalidSyntax } from '../input/inputErrors.ts';
import type { KeyType } from '../keyType.ts';
import { assertStorage } from '../longValue.ts';

// tidin() looks for the delimiters and lets strtoul() read between them, so text around the parentheses is ignored and an
// empty number is 0.
const PATTERN = /^[^(,)]*\(([ \t\n\v\f\r]*[+-]?\d*),([ \t\n\v\f\r]*[+-]?\d*)\)/;

/**
 * tidin(), tidout() and hashtidextended() in src/backend/utils/adt/tid.c: upper half of the block number, lower half,
 * offset, two bytes each, lowest first.
 */
export const tid = {
  id: 'tid',
  sqlName: 'tid',
  aliases: [],
  storage: 'bytes',
  rule: 'tid',
  operatorClasses: [{ name: 'tid_ops', family: 'tid_ops', hashFunction: 'hashtidextended' }],
  parse(text) {
    const match = PATTERN.exec(text);
    const block = Number(match?.[1]);
    const offset = Number(match?.[2]);
    // A negative block is its two's complement on a 64-bit server too, down to -2147483648.
    if (match === null || block > 0xffffffff || block < -0x80000000 || offset > 0xffff || offset < 0) {
      return invalidSyntax('tid', text);
    }
    const bytes = Uint8Array.of(block >>> 16, block >>> 24, block, block >>> 8, offset, offset >>> 8);
    return ok({ storage: 'bytes', bytes });
  },
  format(value) {
    assertStorage(value, 'bytes');
    const [high0 = 0, high1 = 0, low0 = 0, low1 = 0, offset0 = 0, offset1 = 0] = value.bytes;
    const block = (low0 | (low1 << 8) | (high0 << 16) | (high1 << 24)) >>> 0;
    return `(${block},${offset0 | (offset1 << 8)})`;
  },
} as const satisfies KeyType;
