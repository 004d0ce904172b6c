import { ok } from '../../lib/result.ts';
import { parseOids } from '../input/integerInput.ts';
import type { KeyType } from '../keyType.ts';
import { assertStorage } from '../longValue.ts';

/** oidvectorin() and oidvectorout() in src/backend/utils/adt/oid.c; hashoidvectorextended(): the bytes of all oids. */
export const oidvector = {
  id: 'oidvector',
  sqlName: 'oidvector',
  aliases: [],
  storage: 'bytes',
  rule: 'bytes',
  operatorClasses: [{ name: 'oidvector_ops', family: 'oidvector_ops', hashFunction: 'hashoidvectorextended' }],
  parse(text) {
    const oids = parseOids(text);
    if (!oids.ok) return oids;
    const bytes = new Uint8Array(4 * oids.value.length);
    const view = new DataView(bytes.buffer);
    for (const [index, oid] of oids.value.entries()) view.setInt32(4 * index, oid, true);
    return ok({ storage: 'bytes', bytes });
  },
  format(value) {
    assertStorage(value, 'bytes');
    const { buffer, byteOffset, byteLength } = value.bytes;
    const view = new DataView(buffer, byteOffset, byteLength);
    return Array.from({ length: byteLength / 4 }, (_, index) => view.getUint32(4 * index, true)).join(' ');
  },
} as const satisfies KeyType;
