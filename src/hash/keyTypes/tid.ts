import { ok } from '../../lib/result.ts';
import { parseTid } from '../input/tidInput.ts';
import type { KeyType } from '../keyType.ts';
import { assertStorage } from '../longValue.ts';

/**
 * tidin(), tidout() and hashtidextended() in src/backend/utils/adt/tid.c. Hashed are the six bytes of ItemPointerData:
 * the block number as two 16-bit halves, the high one first, then the offset; each of them low byte first.
 * `(65538,7)` is 01 00 02 00 07 00.
 */
export const tid = {
  id: 'tid',
  sqlName: 'tid',
  aliases: [],
  storage: 'bytes',
  rule: 'tid',
  operatorClasses: [{ name: 'tid_ops', family: 'tid_ops', hashFunction: 'hashtidextended' }],
  parse(text) {
    const place = parseTid(text);
    if (!place.ok) return place;
    const { block, offset } = place.value;
    const bytes = new Uint8Array(6);
    const view = new DataView(bytes.buffer);
    view.setUint16(0, block >>> 16, true);
    view.setUint16(2, block & 0xffff, true);
    view.setUint16(4, offset, true);
    return ok({ storage: 'bytes', bytes });
  },
  format(value) {
    assertStorage(value, 'bytes');
    const { buffer, byteOffset } = value.bytes;
    const view = new DataView(buffer, byteOffset, 6);
    return `(${view.getUint16(0, true) * 65536 + view.getUint16(2, true)},${view.getUint16(4, true)})`;
  },
} as const satisfies KeyType;
